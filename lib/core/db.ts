import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { SECOND } from './clock';
import { env } from './env';
import { AppError } from './errors';
import { logger } from './logger';

export { Prisma };
export type Transaction = Prisma.TransactionClient;

type Connections = { pool: pg.Pool; prisma: PrismaClient };

// Next bundles proxy and pages apart; both, and every reload in development, share one pool.
const shared = globalThis as typeof globalThis & { gatehouse?: Connections };

function connect(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5 * SECOND,
    statement_timeout: 15 * SECOND,
    idle_in_transaction_session_timeout: 30 * SECOND,
    keepAlive: true,
    application_name: 'gatehouse',
  });
  pool.on('error', (error) => logger().warn({ error: error.message }, 'database connection lost'));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

const connections = () => (shared.gatehouse ??= connect());

/** The pool itself, for the prepared statements of the gate. */
export const pool = (): pg.Pool => connections().pool;

/** Prisma over the same pool. */
export const db = (): PrismaClient => connections().prisma;

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

/**
 * Runs `work` in one transaction; again when the database rolled it back for a deadlock.
 * `seconds` bounds each statement and the whole (security 64).
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  { seconds = 15 } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(
        async (tx) => {
          if (seconds !== 15) {
            await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(seconds * SECOND)}, true)`;
          }
          return work(tx);
        },
        { timeout: seconds * SECOND, maxWait: 5 * SECOND },
      );
    } catch (error) {
      if (attempt < 4 && RETRYABLE.has(sqlState(error) ?? '')) continue;
      throw error;
    }
  }
}

const CONNECTION_LOST =
  /timeout exceeded when trying to connect|connection terminated|connection ended|can't reach|server has closed|ECONNREFUSED|ECONNRESET|EPIPE|query read timeout|unable to start a transaction/i;
const UNAVAILABLE_STATES =
  /^(08|57P0|53300|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028)/;

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
