import type { Client } from 'pg';
import type { UserListQuery } from '@/lib/users/schema';

// The list as one would write it at first: one table, an index a column, and one for the search.

const SEARCHED = `(p.first_name || ' ' || p.last_name || ' ' || p.email || ' ' || coalesce(p.phone, ''))`;

/** Makes the plain table of the people who are there. */
export async function makePlain(client: Client): Promise<void> {
  await client.query('DROP TABLE IF EXISTS plain_people');
  await client.query("SET maintenance_work_mem = '512MB'");
  await client.query(
    `CREATE TABLE plain_people AS
     SELECT u.id, email, first_name, last_name, phone, u.company_id, department_id, position_id,
       colour, source, created_at, is_active, locked_at, start_date, end_date, directory_allows,
       is_staff, admin_right, profile_completion_owed, two_factor_required, two_factor_enabled_at,
       last_active_at
     FROM users u JOIN user_access a ON a.user_id = u.id`,
  );
  await client.query('ALTER TABLE plain_people ADD PRIMARY KEY (id)');
  await client.query(
    `CREATE INDEX ON plain_people USING gin (${SEARCHED.replaceAll('p.', '')} gin_trgm_ops)`,
  );
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = 'plain_people'::regclass AND attnum > 0 AND attname <> 'id'`,
  );
  for (const { name } of rows) await client.query(`CREATE INDEX ON plain_people (${name})`);
  await client.query('VACUUM (ANALYZE) plain_people');
}

const TODAY = `(now() AT TIME ZONE coalesce(c.time_zone, 'UTC'))::date`;
const STATUS = `CASE WHEN NOT p.is_active THEN 'deactivated' WHEN p.locked_at IS NOT NULL THEN 'locked'
  WHEN p.start_date > ${TODAY} THEN 'not-started' WHEN p.end_date < ${TODAY} THEN 'expired'
  WHEN p.directory_allows IS FALSE THEN 'directory' ELSE 'active' END`;

const STATUSES: Record<NonNullable<UserListQuery['status']>[number], string> = {
  active: `${STATUS} = 'active'`,
  inactive: 'NOT p.is_active',
  locked: 'p.locked_at IS NOT NULL',
  'not-started': `p.start_date > ${TODAY}`,
  expired: `p.end_date < ${TODAY}`,
  'profile-completed': 'p.company_id IS NOT NULL AND NOT p.profile_completion_owed',
  staff: 'p.is_staff',
  'two-factor-missing': 'p.two_factor_enabled_at IS NULL',
  directory: "p.source = 'directory'",
};

const EMPLOYMENTS: Record<NonNullable<UserListQuery['employment']>, string> = {
  current: `(p.start_date IS NOT NULL OR p.end_date IS NOT NULL)
    AND coalesce(p.start_date <= ${TODAY}, TRUE) AND coalesce(p.end_date >= ${TODAY}, TRUE)`,
  future: `p.start_date > ${TODAY}`,
  past: `p.end_date < ${TODAY}`,
  'no-dates': 'p.start_date IS NULL AND p.end_date IS NULL',
};

const SORTS: Record<string, string[]> = {
  name: ['p.last_name', 'p.first_name', 'p.id'],
  email: ['p.email'],
  company: ['c.name', 'p.last_name', 'p.first_name', 'p.id'],
  department: ['d.name', 'd.id', 'p.last_name', 'p.first_name', 'p.id'],
  position: ['o.name', 'o.id', 'p.last_name', 'p.first_name', 'p.id'],
  start: ['p.start_date', 'p.id'],
  end: ['p.end_date', 'p.id'],
  activity: ['p.last_active_at', 'p.id'],
  created: ['p.created_at', 'p.id'],
};

/** FROM and WHERE, and their values; `scope` is the company of who asks, null for everybody. */
function plainMatching(query: UserListQuery, scope: string | null) {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = ['TRUE'];
  const add = (given: unknown, condition: (place: string) => string) => {
    if (given) conditions.push(condition(value(given)));
  };
  for (const word of query.q.split(/\s+/u).filter(Boolean)) {
    add(`%${word.replace(/[\\%_]/g, '\\$&')}%`, (v) => `${SEARCHED} ILIKE ${v}`);
  }
  add(scope, (v) => `p.company_id = ${v}`);
  add(query.company, (v) => `p.company_id = ${v}`);
  add(query.department, (v) => `p.department_id = ${v}`);
  add(query.position, (v) => `p.position_id = ${v}`);
  const member = (table: string, column: string) => (v: string) =>
    `p.id IN (SELECT user_id FROM ${table} WHERE ${column} = ${v})`;
  add(query.group, member('user_groups', 'group_id'));
  add(query.role, member('user_roles', 'role_id'));
  for (const status of query.status ?? []) conditions.push(STATUSES[status]);
  if (query.employment) conditions.push(EMPLOYMENTS[query.employment]);
  const date = query.dates === 'end' ? 'p.end_date' : 'p.start_date';
  add(query.from, (v) => `${date} >= ${v}`);
  add(query.to, (v) => `${date} <= ${v}`);
  add(query.idleSince, (v) => `(p.last_active_at IS NULL OR p.last_active_at < ${v}::date)`);
  const text = `FROM plain_people p LEFT JOIN companies c ON c.id = p.company_id
    LEFT JOIN departments d ON d.id = p.department_id
    LEFT JOIN positions o ON o.id = p.position_id
    WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`;
  return { text, values };
}

/** The rows of the page, asked plainly. */
export async function plainPage(client: Client, query: UserListQuery, scope: string | null) {
  const { text, values } = plainMatching(query, scope);
  const direction = query.sort.startsWith('-') ? ' DESC' : '';
  const order = SORTS[query.sort.replace('-', '')]!.map((column) => column + direction).join(', ');
  const { rows } = await client.query(
    `SELECT p.*, c.name AS company, d.name AS department, o.name AS position, ${STATUS} AS status
     ${text} ORDER BY ${order} LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
    values,
  );
  return rows.length;
}

/** The exact count, asked plainly. */
export async function plainCount(client: Client, query: UserListQuery, scope: string | null) {
  const { text, values } = plainMatching(query, scope);
  const { rows } = await client.query<{ total: number }>(
    `SELECT count(*)::int AS total ${text}`,
    values,
  );
  return rows[0]!.total;
}
