import pg from 'pg';

async function connected<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'gatehouse-seed',
  });
  // A lost connection also fails the query under way, which tells.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// Two seeds at once would read the same empty database.
const SEED_LOCK = 7_341_882;

/** Runs `work` in one transaction of a connection of its own, one seed at a time. */
export function inTransaction<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return connected(databaseUrl, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  });
}

const TABLES =
  'users, user_access, user_roles, user_groups, sessions, audit_events, companies, departments, ' +
  'positions, platform_roles, platform_role_groups, access_groups, password_credentials, ' +
  'totp_credentials, backup_codes, contract_roles, contracts, assignments, access_snapshots';

/** Has the planner know the new rows and the search index take in what it still holds back. */
export async function settle(databaseUrl: string): Promise<void> {
  await connected(databaseUrl, async (client) => {
    await client.query(`SET maintenance_work_mem = '256MB'`);
    await client.query(`VACUUM (ANALYZE) ${TABLES}`);
  });
}
