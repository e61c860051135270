import 'server-only';
import type { PoolClient } from 'pg';
import { pool, type Prisma } from '@/lib/core/db';

type Found = (string | null)[];

// Rows a look: soon done with, so that others have their turn, and forgotten while the memory they
// take is still cheap to have back.
const BATCH = 200;

// One look at the database for the whole export; lost after two minutes without a question, so that
// nothing holds it for ever. All rows are wanted, but those first which need no others: what is made
// of a row is made when it is fetched, not before all are sorted.
const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL idle_in_transaction_session_timeout = '2min';
  SET LOCAL cursor_tuple_fraction = 0.9`;

/**
 * A connection that reads what was there at one moment, and holds the right of its owner to export:
 * one at a time, in whatever process, until it is closed or lost.
 */
export class Snapshot {
  private open = true;

  private constructor(
    private readonly client: PoolClient,
    private readonly backend: number,
  ) {}

  /** Opens one; undefined while the owner has another. */
  static async of(ownerId: string): Promise<Snapshot | undefined> {
    const client = await pool('exports').connect();
    client.on('error', ignore); // told by the next query
    try {
      await client.query(BEGIN);
      const { rows } = await client.query<{ free: boolean; backend: number }>(
        `SELECT pg_backend_pid() AS backend,
           pg_try_advisory_xact_lock(hashtextextended('export ' || $1, 0)) AS free`,
        [ownerId],
      );
      const snapshot = new Snapshot(client, rows[0]?.backend ?? 0);
      if (rows[0]?.free) return snapshot;
      await snapshot.close();
      return undefined;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** The one number a query finds. */
  async count({ text, values }: Prisma.Sql): Promise<number> {
    const query = { text, values: [...values], rowMode: 'array' } as const;
    const { rows } = await this.client.query<[string]>(query);
    return Number(rows[0]?.[0] ?? 0);
  }

  /**
   * What a query finds, batch by batch; the next is fetched while one is worked on. Its one column is
   * a JSON array for each row: until its turn comes a row is one text, and not a dozen, which the
   * memory of the process would keep long after they were written.
   */
  async *rows({ text, values }: Prisma.Sql): AsyncGenerator<Found[]> {
    await this.client.query(`DECLARE found NO SCROLL CURSOR FOR ${text}`, [...values]);
    const fetch = () => {
      const query = { text: `FETCH ${BATCH} FROM found`, rowMode: 'array' } as const;
      const fetched = this.client.query<[string]>(query);
      fetched.catch(ignore); // told where it is awaited
      return fetched;
    };
    for (let ahead = fetch(); ;) {
      const { rows } = await ahead;
      if (rows.length === 0) return;
      ahead = fetch();
      // Taken out of the result, for one result keeps the next from being forgotten soon.
      yield rows.splice(0).map(([row]) => JSON.parse(row) as Found);
    }
  }

  /** Ends it, and with it the right to export. After this there is nothing more to read. */
  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    try {
      await this.client.query('COMMIT');
      this.client.off('error', ignore);
      this.client.release();
    } catch {
      this.client.release(true);
    }
  }

  /** Stops what the database is doing for it, and closes it. */
  async interrupt(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    try {
      await pool().query('SELECT pg_cancel_backend($1)', [this.backend]);
      await this.client.query('ROLLBACK');
    } finally {
      this.client.release(true);
    }
  }
}

const ignore = () => {};
