import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Actor } from '@/lib/core/actor';
import { ARGON2ID } from '@/lib/credentials/argon2id';
import type { AdminRight } from '@/lib/generated/prisma/enums';
import { sql } from './sql';

// People for tests, written straight into the database that DATABASE_URL names: each test makes its
// own, asserts on them, and leaves the others alone.

export type TestCompany = { id: string; name: string };

export async function makeCompany(timeZone = 'UTC'): Promise<TestCompany> {
  const name = `Company ${randomUUID()}`;
  const [company] = await sql<TestCompany>(
    'INSERT INTO companies (name, time_zone) VALUES ($1, $2) RETURNING id, name',
    [name, timeZone],
  );
  return company!;
}

export type PersonOptions = {
  company?: TestCompany | null;
  email?: string;
  firstName?: string;
  lastName?: string;
  password?: string;
  right?: AdminRight | null;
  isStaff?: boolean;
  source?: 'local' | 'directory';
  isActive?: boolean;
  locked?: boolean;
  startDate?: string | null;
  endDate?: string | null;
  passwordChangeOwed?: boolean;
  profileCompletionOwed?: boolean;
  twoFactorRequired?: boolean;
  twoFactorEnabled?: boolean;
  directoryAllows?: boolean | null;
};

export type TestPerson = {
  id: string;
  email: string;
  companyId: string | null;
  password: string | null;
  right: AdminRight | null;
  isStaff: boolean;
};

const insertAccess = `INSERT INTO user_access (user_id, is_active, locked_at, lock_reason, start_date,
  end_date, is_staff, admin_right, password_change_owed, profile_completion_owed,
  two_factor_required, two_factor_enabled_at, directory_allows)
  VALUES ($1, $2, CASE WHEN $3 THEN now() END, CASE WHEN $3 THEN 'test' END, $4, $5, $6, $7, $8, $9,
    $10, CASE WHEN $11 THEN now() END, $12)`;

const hashes = new Map<string, Promise<string>>();

/** Tests give many people the same password; it is hashed once. */
function hashOnce(password: string): Promise<string> {
  const made = hashes.get(password) ?? hash(password.normalize('NFC'), ARGON2ID);
  hashes.set(password, made);
  return made;
}

/** Makes a person in any state. Without a password they cannot sign in with one. */
export async function makePerson(options: PersonOptions = {}): Promise<TestPerson> {
  const company = options.company === undefined ? await makeCompany() : options.company;
  const email = options.email ?? `person-${randomUUID()}@example.org`;
  const [user] = await sql<{ id: string }>(
    `INSERT INTO users (email, first_name, last_name, company_id, source)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [
      email,
      options.firstName ?? 'Ann',
      options.lastName ?? 'Example',
      company?.id ?? null,
      options.source ?? 'local',
    ],
  );
  const id = user!.id;
  const right = options.right ?? null;
  const isStaff = options.isStaff ?? right !== null;
  await sql(insertAccess, [
    id,
    options.isActive ?? true,
    options.locked ?? false,
    options.startDate ?? null,
    options.endDate ?? null,
    isStaff,
    right,
    options.passwordChangeOwed ?? false,
    options.profileCompletionOwed ?? false,
    options.twoFactorRequired ?? false,
    options.twoFactorEnabled ?? false,
    options.directoryAllows ?? null,
  ]);
  const password = options.password ?? null;
  if (password) {
    await sql('INSERT INTO password_credentials (user_id, hash) VALUES ($1, $2)', [
      id,
      await hashOnce(password),
    ]);
  }
  return { id, email, companyId: company?.id ?? null, password, right, isStaff };
}

export type SessionOptions = {
  lastSeenMinutesAgo?: number;
  createdHoursAgo?: number;
  secondFactor?: boolean;
};

/** Signs a person in without the form; returns the cookie's value and the session's id. */
export async function makeSession(
  userId: string,
  { lastSeenMinutesAgo = 0, createdHoursAgo = 0, secondFactor = false }: SessionOptions = {},
): Promise<{ token: string; id: string }> {
  const token = randomBytes(32).toString('base64url');
  const [session] = await sql<{ id: string }>(
    `INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, expires_at,
       second_factor_at, address, user_agent)
     VALUES ($1, $2, now() - make_interval(hours => $3), now() - make_interval(mins => $4),
       now() - make_interval(hours => $3) + interval '24 hours', CASE WHEN $5 THEN now() END,
       '127.0.0.1', 'test') RETURNING id`,
    [
      createHash('sha256').update(token).digest(),
      userId,
      createdHoursAgo,
      lastSeenMinutesAgo,
      secondFactor,
    ],
  );
  return { token, id: session!.id };
}

/** A person as the actor of commands. */
export const actorOf = (person: TestPerson, sessionId: string = randomUUID()): Actor => ({
  userId: person.id,
  sessionId,
  companyId: person.companyId,
  isStaff: person.isStaff,
  right: person.right,
  address: '192.0.2.10',
  requestId: 'test-request',
});
