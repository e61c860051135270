import type { Client } from 'pg';
import { copy } from './copy';
import type { Organisation } from './organisation';
import { randomOf } from './random';
import { addressOf, requestOf } from './write-people';

/** The audit row of a seed's first company: append-only, hence the lasting mark that it was here. */
export const markOf = (seed: number, createdAt: Date) =>
  randomOf(seed, 'company audit', 0).uuid(createdAt);

/** Writes companies with departments, positions, roles, groups and contract roles, and the audit of it. */
export async function writeOrganisation(client: Client, organisation: Organisation) {
  const { seed, createdAt: at, companies, otherGroups } = organisation;
  await copy(
    client,
    'companies',
    ['id', 'name', 'time_zone', 'created_at', 'updated_at'],
    companies.map(({ id, name, timeZone }) => [id, name, timeZone, at, at]),
  );
  const departments = companies.flatMap((company) =>
    company.departments.map((department) => ({ ...department, companyId: company.id })),
  );
  await copy(
    client,
    'departments',
    ['id', 'company_id', 'name'],
    departments.map(({ id, companyId, name }) => [id, companyId, name]),
  );
  await copy(
    client,
    'positions',
    ['id', 'department_id', 'name'],
    departments.flatMap(({ id, positions }) => positions.map((p) => [p.id, id, p.name])),
  );
  await copy(
    client,
    'access_groups',
    ['id', 'company_id', 'name'],
    [
      ...companies.flatMap(({ id, groups }) => groups.map((group) => [group.id, id, group.name])),
      ...otherGroups.map(({ id, name }) => [id, null, name]),
    ],
  );
  const roles = companies.flatMap((company) =>
    company.roles.map((role) => ({ ...role, companyId: company.id })),
  );
  await copy(
    client,
    'platform_roles',
    ['id', 'company_id', 'name'],
    roles.map(({ id, companyId, name }) => [id, companyId, name]),
  );
  await copy(
    client,
    'platform_role_groups',
    ['role_id', 'group_id'],
    roles.flatMap(({ id, groups }) => groups.map((group) => [id, group.id])),
  );
  await copy(
    client,
    'contract_roles',
    ['id', 'company_id', 'name'],
    companies.flatMap(({ id, contractRoles }) =>
      contractRoles.map((role) => [role.id, id, role.name]),
    ),
  );
  await copy(
    client,
    'audit_events',
    [
      'id',
      'at',
      'action',
      'subject_type',
      'subject_id',
      'company_id',
      'after',
      'address',
      'request_id',
    ],
    companies.map(({ id, name, timeZone }, n) => [
      n === 0 ? markOf(seed, at) : randomOf(seed, 'company audit', n).uuid(at),
      at,
      'company.created',
      'company',
      id,
      id,
      JSON.stringify({ name, timeZone }),
      addressOf(null),
      requestOf(seed),
    ]),
  );
}
