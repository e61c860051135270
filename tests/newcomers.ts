import { createHash, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Visitor } from '@/lib/core/actor';
import { ARGON2ID } from '@/lib/credentials/argon2id';
import { linkToken } from '@/lib/links/token';
import { makeCompany, makePerson, type PersonOptions, type TestCompany } from './people';
import { sql } from './sql';

// People who have not been in yet, and the links that let them.

export const WORD = 'harbour lantern of the north';

let wordHash: Promise<string> | undefined;

/** A company whose control word is WORD. */
export async function makeWordedCompany(): Promise<TestCompany> {
  const company = await makeCompany();
  wordHash ??= hash(WORD, ARGON2ID);
  await sql(
    'UPDATE companies SET control_word_hash = $2, control_word_changed_at = now() WHERE id = $1',
    [company.id, await wordHash],
  );
  return company;
}

/** Somebody whose first login is still open. */
export const makeNewcomer = async (options: PersonOptions = {}) =>
  makePerson({ profileCompletionOwed: true, company: await makeWordedCompany(), ...options });

/** A browser; the address is one of its own unless given. */
export const browser = (change: Partial<Visitor> = {}) => ({
  address: `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`,
  requestId: 'request-1',
  userAgent: 'Test/1.0',
  deviceToken: randomUUID(),
  ...change,
});

export type LinkRow = {
  id: string;
  purpose: 'password_reset' | 'first_login';
  opened_at: Date | null;
  consumed_at: Date | null;
  voided_at: Date | null;
  requested_by_id: string | null;
  browser_hash: Buffer | null;
};

/** The links of a person, oldest first. */
export const linksOf = (userId: string) =>
  sql<LinkRow>(
    `SELECT id, purpose, opened_at, consumed_at, voided_at, requested_by_id, browser_hash
     FROM access_links WHERE user_id = $1 ORDER BY id`,
    [userId],
  );

type LinkOptions = {
  purpose?: LinkRow['purpose'];
  /** The browser that asked; without one an administrator sent it. */
  askedBy?: { deviceToken: string };
  /** Before now when negative. */
  expiresInSeconds?: number;
};

/** A link written straight into the database; returns its token. */
export async function makeLink(
  userId: string,
  { purpose = 'first_login', askedBy, expiresInSeconds = 900 }: LinkOptions = {},
): Promise<string> {
  const [link] = await sql<{ id: string }>(
    `INSERT INTO access_links (user_id, purpose, created_at, expires_at, requested_by_id, browser_hash)
     VALUES ($1, $2, now() - interval '1 day', now() + make_interval(secs => $3), $4, $5)
     RETURNING id`,
    [
      userId,
      purpose,
      expiresInSeconds,
      askedBy ? null : randomUUID(),
      askedBy ? createHash('sha256').update(askedBy.deviceToken).digest() : null,
    ],
  );
  return linkToken(purpose, link!.id);
}
