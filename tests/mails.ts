import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { Prisma, transaction } from '@/lib/core/db';
import { mailTo } from '@/lib/mail/outbox';
import { sql } from './sql';

// The outbox under test: mails queued as the application does, and what became of them.

export type MailRow = {
  id: string;
  state: 'queued' | 'sent' | 'failed' | 'dropped';
  attempts: number;
  last_error: string | null;
  tried_at: Date | null;
};

/** Queues a security notice to each of these people, in one transaction. */
export const notify = (userIds: string[]): Promise<number> =>
  transaction((tx) =>
    mailTo(
      tx,
      'security-notice',
      Prisma.sql`SELECT unnest(${userIds}::uuid[])`,
      Prisma.sql`'{"event":"password-changed"}'::jsonb`,
    ),
  );

/** The mails to a person, oldest first. */
export const mailsOf = (userId: string): Promise<MailRow[]> =>
  sql<MailRow>(
    `SELECT id, state, attempts, last_error, tried_at FROM mails WHERE user_id = $1 ORDER BY id`,
    [userId],
  );

/** How many mails there are in each state. */
export async function mailStates(): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; n: number }>(
    'SELECT state::text, count(*)::int AS n FROM mails GROUP BY 1',
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** So many people, written in one statement; returns their ids and addresses. */
export async function manyPeople(count: number): Promise<{ id: string; email: string }[]> {
  const mark = randomUUID();
  const people = await sql<{ id: string; email: string }>(
    `INSERT INTO users (email, first_name, last_name)
     SELECT 'p' || n || '-' || $1 || '@example.org', 'Person', n::text FROM generate_series(1, $2::int) n
     RETURNING id, email`,
    [mark, count],
  );
  await sql('INSERT INTO user_access (user_id) SELECT id FROM users WHERE email LIKE $1', [
    `%-${mark}@example.org`,
  ]);
  return people;
}

/** Waits until `check` says so; fails after `seconds`. */
export async function until(check: () => Promise<boolean> | boolean, seconds = 15): Promise<void> {
  await expect.poll(check, { timeout: seconds * 1000, interval: 50 }).toBe(true);
}
