import type { Client } from 'pg';
import { DAY, MINUTE } from '@/lib/core/clock';
import { mayEnter } from './access';
import { copy, type Value } from './copy';
import type { Person } from './people';
import { randomOf, type Random } from './random';
import { USER_AGENTS } from './vocabulary';

export interface Session {
  person: Person;
  createdAt: Date;
  lastSeenAt: Date;
  r: Random;
}

/**
 * Signs people in who may enter, and has their last activity say so: `count` sessions, a second one
 * for anybody only when everybody has one. `first` numbers them within the seed.
 */
export function planSessions(
  seed: number,
  people: Person[],
  now: Date,
  { first, count }: { first: number; count: number },
): Session[] {
  const able = people.filter(({ access }) => mayEnter(access, now));
  const spread = Math.max(1, able.length / count);
  return Array.from({ length: able.length ? count : 0 }, (_, i) => {
    const person = able[Math.floor(i * spread) % able.length]!;
    const r = randomOf(seed, 'session', first + i);
    const lastSeenAt = new Date(now.getTime() - Math.ceil(r.float() * 10 * MINUTE));
    const createdAt = new Date(lastSeenAt.getTime() - Math.ceil(r.float() * 480 * MINUTE));
    const { access } = person;
    if (lastSeenAt > (access.lastActiveAt ?? createdAt)) access.lastActiveAt = lastSeenAt;
    return { person, createdAt, lastSeenAt, r };
  });
}

// What the database keeps is the SHA-256 of a token; drawn like this, nobody knows a token to it.
const drawHash = (r: Random) => Uint8Array.from({ length: 32 }, () => r.int(256));

// Addresses kept for documentation (RFC 5737, RFC 3849).
const drawAddress = (r: Random) =>
  r.chance(0.8)
    ? `${r.pick(['192.0.2', '198.51.100', '203.0.113'])}.${1 + r.int(254)}`
    : `2001:db8:${r.int(65_536).toString(16)}::${(1 + r.int(65_535)).toString(16)}`;

function row({ person, createdAt, lastSeenAt, r }: Session): Value[] {
  const expiresAt = new Date(createdAt.getTime() + DAY);
  const secondFactorAt = person.access.twoFactorEnabledAt && createdAt;
  const who = [r.uuid(createdAt), drawHash(r), person.id];
  const when = [createdAt, lastSeenAt, expiresAt, secondFactorAt];
  return [...who, ...when, drawAddress(r), r.pick(USER_AGENTS)];
}

/** Writes the sessions. */
export async function writeSessions(client: Client, sessions: Session[]) {
  const who = ['id', 'token_hash', 'user_id'];
  const when = ['created_at', 'last_seen_at', 'expires_at', 'second_factor_at'];
  await copy(client, 'sessions', [...who, ...when, 'address', 'user_agent'], sessions.map(row));
}
