import 'server-only';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { SECOND } from './clock';
import { env } from './env';
import { AppError } from './errors';
import { logger } from './logger';

export { Prisma };

const PREPARED = '/* prepared */';

/**
 * Marks a statement that everybody who signs in has run: a connection plans it once. Its text must
 * be the same whatever its values are, and one plan must serve them all.
 */
export const prepared = (statement: Prisma.Sql): Prisma.Sql =>
  Prisma.sql([`${PREPARED} `, ''], statement);

const names = new Map<string, string>();

/** The name of a prepared statement, by its text; none for all others. */
function statementName(sql: string): string {
  if (!sql.startsWith(PREPARED)) return '';
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}

export type Transaction = Prisma.TransactionClient;

/** A transaction that is asked in SQL alone: Prisma's, or the bare one of `sqlTransaction`. */
export interface SqlTransaction {
  $queryRaw<T>(text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
  $executeRaw(text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
}

/**
 * Lanes to the one database, each with connections of its own: `gate`, so that nothing which waits
 * keeps the access decision waiting; `pages`; `sets`, for the few changes that take long; `imports`,
 * which read and judge whole files; and `exports`, each of which holds a connection for as long as
 * somebody downloads.
 */
export type Lane = 'gate' | 'pages' | 'sets' | 'imports' | 'exports';

// Seconds for a statement, and for waiting for a row that another holds: a mass change is not
// waited for by pages, or those it holds would take all their connections by knocking.
const LIMITS: Record<Lane, { share: number; seconds: number; patience: number }> = {
  gate: { share: 0.4, seconds: 4, patience: 4 },
  pages: { share: 1, seconds: 15, patience: 3 },
  sets: { share: 0.2, seconds: 120, patience: 120 },
  imports: { share: 0.1, seconds: 120, patience: 120 },
  exports: { share: 0.2, seconds: 120, patience: 3 },
};

// Next bundles proxy and pages apart; both, and every reload in development, share the pools.
const shared = globalThis as typeof globalThis & {
  gatehouse?: {
    pools: Partial<Record<Lane, pg.Pool>>;
    clients: Partial<Record<Lane, PrismaClient>>;
  };
};
const connections = () => (shared.gatehouse ??= { pools: {}, clients: {} });

function connect(lane: Lane): pg.Pool {
  const { share, seconds, patience } = LIMITS[lane];
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: Math.max(2, Math.round(env().DATABASE_POOL * share)),
    connectionTimeoutMillis: 5 * SECOND,
    statement_timeout: seconds * SECOND,
    lock_timeout: patience * SECOND,
    query_timeout: (seconds + 1) * SECOND, // when the database is gone, it cannot time us out
    idle_in_transaction_session_timeout: 30 * SECOND,
    keepAlive: true,
    application_name: `gatehouse ${lane}`,
  });
  pool.on('error', (error) => logger().warn({ error: error.message }, 'database connection lost'));
  return pool;
}

/** The connections of a lane, for prepared statements. */
export const pool = (lane: Lane = 'pages'): pg.Pool =>
  (connections().pools[lane] ??= connect(lane));

/** Prisma over the connections of a lane. */
export const db = (lane: Lane = 'pages'): PrismaClient =>
  (connections().clients[lane] ??= new PrismaClient({
    adapter: new PrismaPg(pool(lane), { statementNameGenerator: ({ sql }) => statementName(sql) }),
  }));

const RETRYABLE = new Set(['40001', '40P01']); // serialisation failure, deadlock: both rolled back

/** The SQLSTATE behind an error of pg or Prisma, if there is one. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, meta, cause } = error as Error & {
    code?: unknown;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  const original = (cause as { originalCode?: string } | undefined)?.originalCode;
  const found = meta?.driverAdapterError?.cause?.originalCode ?? original ?? code;
  return typeof found === 'string' ? found : undefined;
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries < 4 && RETRYABLE.has(sqlState(error) ?? '')) continue;
      throw error;
    }
  }
}

/**
 * Runs `work` in one transaction; again when the database rolled it back for a deadlock.
 * The lane bounds each statement and the whole (security 64).
 */
export function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  lane: Lane = 'pages',
): Promise<T> {
  const limits = { timeout: LIMITS[lane].seconds * SECOND, maxWait: 5 * SECOND };
  return retried(() => db(lane).$transaction(work, limits));
}

/**
 * The same without Prisma, for what is run so often that its share is felt. Values arrive as pg
 * reads them: a bigint as text, bytes as a Buffer.
 */
export const sqlTransaction = <T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> =>
  retried(async () => {
    const client = await pool().connect();
    try {
      await client.query('BEGIN');
      const result = await work(askedInSql(client));
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  });

function askedInSql(client: pg.PoolClient): SqlTransaction {
  const ask = (text: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    const sql = 'raw' in text ? Prisma.sql(text, ...values) : text;
    return client.query<pg.QueryResultRow>({
      name: statementName(sql.text),
      text: sql.text,
      values: sql.values,
    });
  };
  return {
    $queryRaw: async <T>(text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await ask(text, values)).rows as T,
    $executeRaw: async (text, ...values) => (await ask(text, values)).rowCount ?? 0,
  };
}

const CONNECTION_LOST =
  /timeout exceeded when trying to connect|connection terminated|connection ended|can't reach|server has closed|ECONNREFUSED|ECONNRESET|EPIPE|query read timeout|unable to start a transaction/i;
const UNAVAILABLE_STATES =
  /^(08|57P0|57014|55P03|53300|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028)/;

/** Is the database out of reach (as against: did it refuse what was asked)? */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  return UNAVAILABLE_STATES.test(sqlState(error) ?? '') || CONNECTION_LOST.test(error.message);
}

/** Is this the unique index named by its columns or name? */
export function isUniqueViolation(error: unknown): boolean {
  const state = sqlState(error);
  return state === 'P2002' || state === '23505';
}
