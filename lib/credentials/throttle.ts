import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { HOUR, MINUTE, SECOND } from '@/lib/core/clock';
import { pool } from '@/lib/core/db';

// Shared and atomic: one upsert a count, in the database (security 56). Each attempt is counted
// before the password is looked at, so parallel ones cannot slip past.
function limiter(keyPrefix: string, points: number, duration: number) {
  return new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: keyPrefix === 'address',
    keyPrefix,
    points,
    duration: duration / SECOND,
  });
}

const make = () => ({
  pair: limiter('pair', 10, 15 * MINUTE),
  device: limiter('device', 10, 15 * MINUTE),
  email: limiter('email', 100, HOUR),
  address: limiter('address', 100, 15 * MINUTE),
});
let limiters: ReturnType<typeof make> | undefined;

/** An attempt to guess: at whose account, from where, from a browser known to that account or not. */
export type Attempt = { email: string; address: string; knownDevice: string | undefined };

type Count = { limiter: RateLimiterPostgres; key: string };

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * IPv6 guesses come from a whole /64 at no cost, so that counts as one address: its first four
 * groups, whatever zeros "::" stands for.
 */
function network(address: string): string {
  if (!address.includes(':')) return address;
  const [left = [], right = []] = address
    .split('::')
    .map((side) => side.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

// A known device has an allowance of its own: a flood from elsewhere never delays the owner (57).
function countsOf({ email, address, knownDevice }: Attempt): Count[] {
  const { pair, device, email: perEmail, address: perAddress } = (limiters ??= make());
  if (knownDevice) return [{ limiter: device, key: digest(`${email}\n${knownDevice}`) }];
  return [
    { limiter: pair, key: digest(`${email}\n${network(address)}`) },
    { limiter: perEmail, key: digest(email) },
    { limiter: perAddress, key: digest(network(address)) },
  ];
}

/** Counts an attempt; false when there were too many, and then nothing may be evaluated. */
export async function allowAttempt(attempt: Attempt): Promise<boolean> {
  for (const { limiter: counter, key } of countsOf(attempt)) {
    try {
      await counter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }
  return true;
}

/** The attempt was right: it does not count, and its pair or device starts anew. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  const [own, ...wider] = countsOf(attempt);
  await own?.limiter.delete(own.key);
  for (const { limiter: counter, key } of wider) await counter.reward(key, 1);
}
