import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientAddress as addressUnder, PEER_HEADER } from './address';

type Given = { forwarded?: string; peer?: string };

/** The address found with these settings, which a process reads once. */
async function found(settings: Record<string, string>, { forwarded, peer }: Given) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { clientAddress } = await import('./address');
  const headers = new Headers();
  if (forwarded !== undefined) headers.set('x-forwarded-for', forwarded);
  if (peer !== undefined) headers.set(PEER_HEADER, peer);
  return clientAddress(headers);
}

beforeEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('security 58: the address behind our own server, which names the peer', () => {
  const FORGED = '203.0.113.66';
  it.each<[string, string, Given, string]>([
    ['no proxy', '0', { peer: '198.51.100.1' }, '198.51.100.1'],
    ['no proxy, forged', '0', { forwarded: FORGED, peer: '198.51.100.1' }, '198.51.100.1'],
    ['no proxy, IPv6', '0', { peer: '2001:db8::1' }, '2001:db8::1'],
    ['no proxy, IPv4 in IPv6', '0', { peer: '::ffff:198.51.100.1' }, '198.51.100.1'],
    ['one', '1', { forwarded: '198.51.100.1', peer: '10.0.0.1' }, '198.51.100.1'],
    [
      'one, forged',
      '1',
      { forwarded: `${FORGED}, 198.51.100.1`, peer: '10.0.0.1' },
      '198.51.100.1',
    ],
    [
      'one, no space',
      '1',
      { forwarded: `${FORGED},198.51.100.1`, peer: '10.0.0.1' },
      '198.51.100.1',
    ],
    ['one, nothing forwarded', '1', { peer: '10.0.0.1' }, '10.0.0.1'],
    ['one, nonsense forwarded', '1', { forwarded: '<script>', peer: '10.0.0.1' }, '10.0.0.1'],
    [
      'one, forged before nonsense',
      '1',
      { forwarded: `${FORGED}, unknown`, peer: '10.0.0.1' },
      '10.0.0.1',
    ],
    [
      'two, forged',
      '2',
      { forwarded: `${FORGED}, 198.51.100.1, 10.0.0.2`, peer: '10.0.0.1' },
      '198.51.100.1',
    ],
    [
      'two, the inner reached directly',
      '2',
      { forwarded: '198.51.100.1', peer: '10.0.0.1' },
      '198.51.100.1',
    ],
  ])('%s (TRUSTED_PROXIES=%s) %j: %s', async (_, hops, given, expected) => {
    expect(await found({ TRUSTED_PROXIES: hops, PEER_HEADER: 'true' }, given)).toBe(expected);
  });
});

describe('security 58: the address where a platform stands in front', () => {
  it.each<[string, Given, string]>([
    ['0', { forwarded: '203.0.113.66, 198.51.100.1' }, 'unknown'],
    ['1', { forwarded: '203.0.113.66, 198.51.100.1' }, '198.51.100.1'],
    ['2', { forwarded: '203.0.113.66, 198.51.100.1, 10.0.0.2' }, '198.51.100.1'],
    ['0', { peer: '203.0.113.66', forwarded: '198.51.100.1' }, 'unknown'],
    ['1', { peer: '203.0.113.66', forwarded: '198.51.100.1' }, '198.51.100.1'],
    ['0', { peer: '203.0.113.66' }, 'unknown'],
    ['0', {}, 'unknown'],
  ])('TRUSTED_PROXIES=%s %j: %s', async (hops, given, expected) => {
    expect(await found({ TRUSTED_PROXIES: hops }, given)).toBe(expected);
  });

  it('is never something that is no address', () => {
    expect(addressUnder(new Headers({ 'x-forwarded-for': '<b>, "; DROP' }))).toBe('unknown');
  });
});
