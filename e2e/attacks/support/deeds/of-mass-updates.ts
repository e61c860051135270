import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { exists, type Deeds, type Doer } from './deed';

const LOCK = { field: 'locked', value: 'lock', reason: 'Attack' };

/** A list of one person, of the doer's own; of a colleague's where the doer stands elsewhere. */
async function makeList({ person, company }: Doer) {
  const member = await makePerson({ company });
  const owner = person?.companyId === company.id || person?.right === 'superuser' ? person : member;
  const [list] = await sql<{ id: string }>(
    'INSERT INTO frozen_lists (owner_id, size) VALUES ($1, 1) RETURNING id',
    [owner.id],
  );
  const listId = list!.id;
  await sql('INSERT INTO frozen_people VALUES ($1, $2)', [listId, member.id]);
  return { listId, member, owner };
}

/** What administrators do with many people at once. */
export const OF_MASS_UPDATES: Deeds = {
  'app/admin/users/mass/actions.ts#openMassUpdateAction': async ({ company }) => {
    const { id } = await makePerson({ company });
    return {
      fields: { userIds: id },
      happened: exists('frozen_people WHERE user_id = $1', [id]),
    };
  },
  'app/admin/users/mass/actions.ts#previewRunAction': async (doer) => {
    const { listId } = await makeList(doer);
    return {
      fields: { listId, ...LOCK },
      happened: exists('bulk_runs WHERE list_id = $1', [listId]),
    };
  },
  'app/admin/users/mass/actions.ts#executeRunAction': async (doer) => {
    const { listId, member, owner } = await makeList(doer);
    const [run] = await sql<{ id: string }>(
      'INSERT INTO bulk_runs (list_id, actor_id, change) VALUES ($1, $2, $3) RETURNING id',
      [listId, owner.id, LOCK],
    );
    return {
      fields: { runId: run!.id },
      happened: exists('user_access WHERE user_id = $1 AND locked_at IS NOT NULL', [member.id]),
    };
  },
  'app/admin/users/mass/actions.ts#lockKeyPersonsAction': async (doer) => {
    const { listId, member, owner } = await makeList(doer);
    const [run] = await sql<{ id: string }>(
      'INSERT INTO bulk_runs (list_id, actor_id, change) VALUES ($1, $2, $3) RETURNING id',
      [listId, owner.id, { field: 'active', value: 'deactivate' }],
    );
    await sql(
      `INSERT INTO bulk_outcomes (run_id, user_id, outcome) VALUES ($1, $2, 'key-person')`,
      [run!.id, member.id],
    );
    return {
      fields: { runId: run!.id },
      happened: exists('frozen_people WHERE user_id = $1 AND list_id <> $2', [member.id, listId]),
    };
  },
};
