import type { Client } from 'pg';
import type { Assignment, Contract } from './contracts';
import { copy, type Value } from './copy';
import type { Person } from './people';
import { randomOf } from './random';

const assignmentOf = ({ id, currency }: Contract, s: Assignment) => ({
  contractId: id,
  party: s.party,
  roleId: s.role.id,
  threshold: s.threshold,
  emailSetting: s.emailSetting,
  isApprover: s.isApprover,
  isNamedManager: s.isNamedManager,
  currency,
});

/** What a deactivation took from each of the deactivated, as it was (spec §9). */
export async function writeSnapshots(
  client: Client,
  seed: number,
  people: Person[],
  contracts: Contract[],
) {
  const taken = new Map(
    people.filter(({ access }) => !access.isActive).map(({ id }) => [id, [] as object[]]),
  );
  for (const contract of contracts) {
    for (const one of contract.assignments) {
      if (one.wasActive) taken.get(one.person.id)?.push(assignmentOf(contract, one));
    }
  }
  function* rows(): Generator<Value[]> {
    for (const { id, n, createdAt, access, roles, groups } of people) {
      const assignments = taken.get(id);
      if (!assignments) continue;
      const at = access.lastActiveAt ?? createdAt;
      const memberships = [...groups].map(([groupId, source]) => ({ groupId, source }));
      yield [
        randomOf(seed, 'snapshot', n).uuid(at),
        id,
        at,
        JSON.stringify(assignments),
        JSON.stringify(memberships),
        JSON.stringify(roles.map((role) => role.id)),
      ];
    }
  }
  const columns = ['id', 'user_id', 'taken_at', 'assignments', 'groups', 'roles'];
  await copy(client, 'access_snapshots', columns, rows());
}
