import pg from 'pg';
import { userIdOf } from './people';

/** On how many contracts each is. */
export const CONTRACTS_EACH = 5;

/** In each of the ten companies every so-manieth of its people holds a seat. */
export const KEY_PERSON_EVERY = 50;

const COMPANIES = 10; // as bench/lib/people.ts makes them
const id = (n: string) => `('${userIdOf(0).slice(0, 24)}' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const company = (n: string) => id(`1 + ${n} % ${COMPANIES}`);

// As many contracts as people, five people on each, all of the contract's company; everybody in two
// groups and a role, which a deactivation takes too.
const FILL = (people: number) => `
  INSERT INTO contract_roles (id, company_id, name)
  SELECT ${id('r')}, ${company('r')}, 'Supervisor ' || r FROM generate_series(0, 39) AS r;
  INSERT INTO contracts (id, company_id, number, name, party_1, party_2, currency, is_practice)
  SELECT ${id('c')}, ${company('c')}, 'C-' || lpad(c::text, 7, '0'), 'Contract ' || c, 'Client ' || c,
    'Contractor ' || c, (ARRAY['EUR', 'USD', 'JPY', 'KWD'])[1 + c % 4], c % 10 = 7
  FROM generate_series(0, ${people - 1}) AS c;
  INSERT INTO assignments (contract_id, user_id, company_id, party, role_id, threshold,
    email_setting, is_approver, is_named_manager)
  SELECT ${id(`(p + k * ${COMPANIES}) % ${people}`)}, ${id('p')}, ${company('p')},
    CASE WHEN k < 3 THEN 1 ELSE 2 END, ${id(`p % ${COMPANIES} + ${COMPANIES} * (k % 4)`)},
    p % 1000 * 250, (ARRAY['immediate', 'daily', 'none'])[1 + p % 3]::email_setting,
    k = 0 AND p % ${KEY_PERSON_EVERY * COMPANIES} < ${COMPANIES},
    k = 1 AND p % ${KEY_PERSON_EVERY * COMPANIES} < ${COMPANIES}
  FROM generate_series(1, ${people}) AS p, generate_series(0, ${CONTRACTS_EACH - 1}) AS k;
  INSERT INTO access_groups (id, company_id, name)
  SELECT ${id('g')}, ${company('g')}, 'Group ' || g FROM generate_series(0, 39) AS g;
  INSERT INTO user_groups (user_id, group_id, source)
  SELECT ${id('p')}, ${id(`p % ${COMPANIES} + ${COMPANIES} * g`)}, 'manual'
  FROM generate_series(1, ${people}) AS p, generate_series(0, 1) AS g;
  INSERT INTO platform_roles (id, company_id, name)
  SELECT ${id('r')}, ${company('r')}, 'Role ' || r FROM generate_series(0, ${COMPANIES - 1}) AS r;
  INSERT INTO user_roles (user_id, role_id)
  SELECT ${id('p')}, ${id(`p % ${COMPANIES}`)} FROM generate_series(1, ${people}) AS p;`;

async function connected<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Puts the people with the numbers 1 to `people` on contracts. */
export const fillContracts = (databaseUrl: string, people: number): Promise<void> =>
  connected(databaseUrl, async (client) => {
    await client.query(FILL(people));
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  });

/** What a company has after its people were deactivated. */
export type After = { inactive: number; snapshots: number; contradictions: number; key: string[] };

/** Asks the database itself: no deactivated person may keep an active assignment or a membership. */
export const afterDeactivation = (databaseUrl: string, companyId: string): Promise<After> =>
  connected(databaseUrl, async (client) => {
    const { rows } = await client.query<After>(
      `SELECT (SELECT count(*)::int FROM assignments WHERE company_id = $1 AND NOT is_active) AS inactive,
        (SELECT count(*)::int FROM access_snapshots) AS snapshots,
        (SELECT count(*)::int FROM user_access a WHERE NOT is_active AND (
          EXISTS (SELECT FROM assignments s WHERE s.user_id = a.user_id AND s.is_active)
          OR EXISTS (SELECT FROM user_groups g WHERE g.user_id = a.user_id)
          OR EXISTS (SELECT FROM user_roles r WHERE r.user_id = a.user_id))) AS contradictions,
        (SELECT array_agg(DISTINCT u.email ORDER BY u.email) FROM assignments s
          JOIN users u ON u.id = s.user_id
          WHERE u.company_id = $1 AND (is_approver OR is_named_manager)) AS key`,
      [companyId],
    );
    return rows[0]!;
  });
