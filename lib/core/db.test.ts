import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { inOpenTransaction } from '@/tests/connections';
import { database, sql } from '@/tests/sql';
import {
  db,
  isUnavailable,
  isUniqueViolation,
  pool,
  sqlState,
  sqlTransaction,
  transaction,
  type SqlTransaction,
} from './db';
import { AppError } from './errors';

const failure = async (work: Promise<unknown>): Promise<Error> => {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
};

const KINDS = [
  {
    kind: 'a transaction',
    run: <T>(work: (tx: SqlTransaction) => Promise<T>) => transaction(work),
  },
  { kind: 'a transaction of plain SQL', run: sqlTransaction },
];

/** An address at which nothing listens. */
async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `postgresql://gatehouse:x@127.0.0.1:${port}/gatehouse`;
}

beforeAll(async () => {
  await sql('CREATE TABLE counters (id int PRIMARY KEY, value int NOT NULL DEFAULT 0)');
  await sql('INSERT INTO counters (id) VALUES (1), (2)');
  // A real deadlock, found at once.
  await sql(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''10ms''',
    current_database()); END $$`);
});

describe('security 64: the database out of reach', () => {
  it('refused, to pg', async () => {
    const client = new pg.Pool({ connectionString: await closedAddress() });
    expect(isUnavailable(await failure(client.query('SELECT 1')))).toBe(true);
  });

  it.each([
    ['a raw query', (client: PrismaClient) => client.$queryRaw`SELECT 1`],
    ['a query', (client: PrismaClient) => client.user.count()],
    ['a transaction', (client: PrismaClient) => client.$transaction((tx) => tx.user.count())],
  ])('refused, to Prisma: %s', async (_, ask) => {
    const adapter = new PrismaPg({ connectionString: await closedAddress() });
    const error = await failure(ask(new PrismaClient({ adapter })));
    expect(isUnavailable(error)).toBe(true);
  });

  it('no connection to be had in time', async () => {
    const small = new pg.Pool({
      connectionString: process.env.DATABASE_URL,
      max: 1,
      connectionTimeoutMillis: 1000,
    });
    const held = await small.connect();
    expect(isUnavailable(await failure(small.query('SELECT 1')))).toBe(true);
    held.release();
    await small.end();
  });

  it('a connection that is cut off at work', async () => {
    const client = new pg.Client(process.env.DATABASE_URL);
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const asleep = failure(client.query('SELECT pg_sleep(20)'));
    await database().query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    expect(isUnavailable(await asleep)).toBe(true);
  });

  it.each([
    ['a statement that takes too long', 'SET LOCAL statement_timeout = 20', 'SELECT pg_sleep(9)'],
    [
      'a row that somebody keeps too long',
      'SET LOCAL lock_timeout = 20',
      'UPDATE counters SET value = value WHERE id = 2',
    ],
  ])('%s', async (_, limit, statement) => {
    const hold = 'SELECT 1 FROM counters WHERE id = 2 FOR UPDATE';
    const waiting = inOpenTransaction(hold, [], () =>
      failure(
        transaction(async (tx) => {
          await tx.$executeRaw(Prisma.raw(limit));
          await tx.$executeRaw(Prisma.raw(statement));
        }),
      ),
    );
    expect(isUnavailable(await waiting)).toBe(true);
  });

  it('a host without a name', async () => {
    const client = new pg.Client('postgresql://u:p@no-such-host.invalid/x');
    expect(isUnavailable(await failure(client.connect()))).toBe(true);
  });

  it.each<[string, () => Promise<unknown> | Error]>([
    ['a mistake in SQL', () => db().$queryRaw`SELECT nothing`],
    ['a broken rule', () => db().$executeRaw`UPDATE counters SET value = NULL`],
    ['an expected refusal', () => new AppError('conflict', 'connection terminated')],
    ['a mistake in code', () => new TypeError('x is not a function')],
  ])('is not %s', async (_, make) => {
    const made = make();
    expect(isUnavailable(made instanceof Error ? made : await failure(made))).toBe(false);
  });

  it('is nothing that is no error', () => {
    expect([undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }].map(isUnavailable)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a unique index', () => {
  it.each([
    ['in a raw statement', () => db().$executeRaw`INSERT INTO counters (id) VALUES (1)`],
    ['through pg', () => pool().query('INSERT INTO counters (id) VALUES (1)')],
    [
      'through a model',
      async () => {
        const data = { name: 'Twice', timeZone: 'UTC' };
        await db().company.create({ data });
        await db().company.create({ data });
      },
    ],
  ])('is told when it refuses %s', async (_, insert) => {
    const error = await failure(insert());
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUnavailable(error)).toBe(false);
  });

  it('is not told when something else refuses', async () => {
    const error = await failure(db().$executeRaw`INSERT INTO counters (id) VALUES (NULL)`);
    expect(isUniqueViolation(error)).toBe(false);
    expect(sqlState(error)).toBe('23502');
  });
});

describe.each(KINDS)('$kind', ({ run }) => {
  it('rolls everything back when its work throws, and is not tried again', async () => {
    let tries = 0;
    const error = await failure(
      run(async (tx) => {
        tries += 1;
        await tx.$executeRaw`INSERT INTO counters (id) VALUES (7)`;
        throw new Error('no');
      }),
    );
    expect([tries, error.message]).toEqual([1, 'no']);
    expect(await sql('SELECT 1 FROM counters WHERE id = 7')).toEqual([]);
  });

  it('is done again when it deadlocked with another', async () => {
    let tries = 0;
    let holding = 0;
    let bothHold = () => {};
    const both = new Promise<void>((resolve) => (bothHold = resolve));
    const crosswise = (first: number, second: number) =>
      run(async (tx) => {
        tries += 1;
        await tx.$executeRaw`UPDATE counters SET value = value + 1 WHERE id = ${first}`;
        holding += 1;
        if (holding === 2) bothHold();
        await both;
        await tx.$executeRaw`UPDATE counters SET value = value + 1 WHERE id = ${second}`;
      });
    await sql('UPDATE counters SET value = 0');
    await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
    expect(tries).toBeGreaterThan(2);
    expect(await sql('SELECT value FROM counters WHERE id IN (1, 2)')).toEqual([
      { value: 2 },
      { value: 2 },
    ]);
  });

  it('is given up when it always fails so', async () => {
    let tries = 0;
    const error = await failure(
      run(async (tx) => {
        tries += 1;
        await tx.$executeRaw(
          Prisma.sql`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$`,
        );
      }),
    );
    expect(tries).toBe(4);
    expect(sqlState(error)).toBe('40001');
  });

  it('reads what it wrote, and leaves it when it is done', async () => {
    const seen = await run(async (tx) => {
      const written = await tx.$executeRaw`INSERT INTO counters (id, value) VALUES (${8}, ${5})`;
      const rows = await tx.$queryRaw<{ value: number }[]>(
        Prisma.sql`SELECT value FROM counters WHERE id = ${8}`,
      );
      return { written, rows };
    });
    expect(seen).toEqual({ written: 1, rows: [{ value: 5 }] });
    expect(await sql('DELETE FROM counters WHERE id = 8 RETURNING value')).toEqual([{ value: 5 }]);
  });
});

describe('the lane of a transaction', () => {
  it('may be given longer than a page takes', async () => {
    const limit = await transaction(
      (tx) =>
        tx.$queryRaw<{ limit: string }[]>`SELECT current_setting('statement_timeout') AS limit`,
      'sets',
    );
    expect(limit).toEqual([{ limit: '2min' }]);
    const [page] = await db().$queryRaw<{ limit: string }[]>`
      SELECT current_setting('statement_timeout') AS limit`;
    expect(page).toEqual({ limit: '15s' });
  });
});
