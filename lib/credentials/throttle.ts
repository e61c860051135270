import 'server-only';
import { createHash } from 'node:crypto';
import { HOUR, MINUTE } from '@/lib/core/clock';
import { pool } from '@/lib/core/db';

// So many, within so long, of what the key says. Never a lock: each passes by itself.
const ALLOWANCES = {
  // Guesses at a password: at this account from this network, or from a browser it knows; at this
  // account from anywhere; from this network at anybody.
  pair: { points: 10, within: 15 * MINUTE },
  device: { points: 10, within: 15 * MINUTE },
  email: { points: 100, within: HOUR },
  address: { points: 100, within: 15 * MINUTE },
  'reset-address': { points: 20, within: HOUR },
  'first-login-email': { points: 10, within: 15 * MINUTE },
  'first-login-address': { points: 50, within: 15 * MINUTE },
  'first-login-company': { points: 300, within: HOUR },
  'two-factor': { points: 20, within: HOUR },
};

/** What is counted; the key of `*address` is a network(), of the others an e-mail or an id. */
export type Allowance = keyof typeof ALLOWANCES;

/** One more of a kind for a key. */
export type Count = [kind: Allowance, key: string];

const rowKey = ([kind, key]: Count) =>
  `${kind}:${createHash('sha256').update(key).digest('base64url')}`;

const NOW = '(extract(epoch FROM now()) * 1000)::bigint';

// One more, or the first of a new stretch of time.
const COUNT = `ON CONFLICT (key) DO UPDATE SET
  points = CASE WHEN r.expire > ${NOW} THEN r.points + 1 ELSE 1 END,
  expire = CASE WHEN r.expire > ${NOW} THEN r.expire ELSE excluded.expire END`;

const counted = (place: number, after: string) => `
  INSERT INTO rate_limits AS r (key, points, expire)
  SELECT a.key, 1, a.expire FROM asked a WHERE a.place = ${place} AND ${after} ${COUNT}
  RETURNING r.points <= (SELECT a.points FROM asked a WHERE a.place = ${place}) AS allowed`;

// Shared and atomic: one statement counts, in the database, before the secret is looked at, so that
// parallel attempts cannot slip past (security 56). Each count grows only while those before it have
// room: who goes on alone uses up nothing that others have.
const TAKE = {
  name: 'allowance-take',
  text: `WITH asked AS (
      SELECT key, points, ${NOW} + within AS expire, place
      FROM unnest($1::text[], $2::int[], $3::bigint[]) WITH ORDINALITY
        AS a (key, points, within, place)),
    first AS (${counted(1, 'TRUE')}),
    second AS (${counted(2, '(SELECT allowed FROM first)')}),
    third AS (${counted(3, '(SELECT allowed FROM second)')})
    SELECT bool_and(allowed) AS allowed
    FROM (TABLE first UNION ALL TABLE second UNION ALL TABLE third) AS counts`,
};

// In the order in which they were counted, so that none wait in a circle.
const giveBackOf = (keys: string) => `
  UPDATE rate_limits SET points = greatest(points - 1, 0) WHERE key IN (
    SELECT r.key FROM unnest(${keys}::text[]) WITH ORDINALITY AS a (key, place)
    JOIN rate_limits r USING (key) ORDER BY a.place FOR UPDATE OF r)`;

const GIVE_BACK = { name: 'allowance-give-back', text: giveBackOf('$1') };

const FORGIVE = {
  name: 'allowance-forgive',
  text: `WITH own AS (DELETE FROM rate_limits WHERE key = $1) ${giveBackOf('$2')}`,
};

const CLEAR = {
  name: 'allowance-clear',
  text: `DELETE FROM rate_limits WHERE key IN (
    SELECT key FROM rate_limits WHERE expire < ${NOW} FOR UPDATE SKIP LOCKED)`,
};

/** Removes counts whose time is over. */
export async function clearExpired(): Promise<void> {
  await pool().query(CLEAR);
}

/** Counts up to three, each while those before it have room; false when there were too many. */
export async function allowAll(counts: Count[]): Promise<boolean> {
  const values = [
    counts.map(rowKey),
    counts.map(([kind]) => ALLOWANCES[kind].points),
    counts.map(([kind]) => ALLOWANCES[kind].within),
  ];
  const { rows } = await pool().query<{ allowed: boolean }>({ ...TAKE, values });
  return rows[0]?.allowed === true;
}

/** What was counted was right after all: it does not count. */
export async function giveBack(counts: Count[]): Promise<void> {
  await pool().query({ ...GIVE_BACK, values: [counts.map(rowKey)] });
}

/** Counts one, at once and for all processes; false when there were too many. */
export const allow = (kind: Allowance, key: string): Promise<boolean> => allowAll([[kind, key]]);

/**
 * IPv6 guesses come from a whole /64 at no cost, so that counts as one address: its first four
 * groups, whatever zeros "::" stands for.
 */
export function network(address: string): string {
  if (!address.includes(':')) return address;
  const [left = [], right = []] = address
    .split('::')
    .map((side) => side.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

/** An attempt to guess: at whose account, from where, from a browser known to that account or not. */
export type Attempt = { email: string; address: string; knownDevice: string | undefined };

// A known device has an allowance of its own: a flood from elsewhere never delays the owner (57).
function countsOf({ email, address, knownDevice }: Attempt): Count[] {
  if (knownDevice) return [['device', `${email}\n${knownDevice}`]];
  return [
    ['pair', `${email}\n${network(address)}`],
    ['address', network(address)],
    ['email', email],
  ];
}

/** Counts an attempt; false when there were too many, and then nothing may be evaluated. */
export const allowAttempt = (attempt: Attempt): Promise<boolean> => allowAll(countsOf(attempt));

/** The attempt was right: it does not count, and its pair or device starts anew. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  const [own, ...wider] = countsOf(attempt);
  if (own) await pool().query({ ...FORGIVE, values: [rowKey(own), wider.map(rowKey)] });
}
