import pg from 'pg';

const pools = new Map<string, pg.Pool>();

/** The database under test; one pool an address. */
export function database(): pg.Pool {
  const url = process.env.DATABASE_URL ?? '';
  const pool = pools.get(url) ?? new pg.Pool({ connectionString: url, max: 4 });
  pools.set(url, pool);
  return pool;
}

/** Runs one statement with $1… parameters; returns its rows. */
export async function sql<Row extends pg.QueryResultRow = Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await database().query<Row>(text, values)).rows;
}
