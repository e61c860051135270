import { isIP } from 'node:net';
import { env } from '@/lib/core/env';

/** The header in which our own server names the peer of the connection; it replaces what came in. */
export const PEER_HEADER = 'x-gatehouse-peer';

/**
 * The client's address: the peer of the connection, or as many hops of X-Forwarded-For behind it
 * as TRUSTED_PROXIES says, never further (security 58).
 */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  const { TRUSTED_PROXIES, PEER_HEADER: vouched } = env();
  const peer = vouched ? (headers.get(PEER_HEADER) ?? '') : null;
  if (peer === null && TRUSTED_PROXIES === 0) return 'unknown';
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  // Without our own server, the last hop is what the platform in front has written.
  const chain = peer === null ? forwarded : [...forwarded, peer];
  const hops = peer === null ? TRUSTED_PROXIES - 1 : TRUSTED_PROXIES;
  // By position: dropping a hop that is no address would let a forged one slide into its place.
  const address = chain.slice(-1 - hops).find((hop) => isIP(hop) > 0);
  return address?.replace(/^::ffff:(?=\d+\.)/, '') ?? 'unknown';
}
