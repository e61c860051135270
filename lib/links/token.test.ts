import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sql } from '@/tests/sql';
import { makePerson } from '@/tests/people';
import { linkToken, linkUrl, readLinkToken } from './token';

const id = '01a1fcd5-47ac-7a9c-932c-ba5be79858bc';

/** As lib/links/token.ts makes it, with a secret that is not ours. */
const underSecret = (secret: string) =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') +
  createHmac('sha256', secret).update(`gatehouse link v1\nfirst_login\n${id}`).digest('base64url');

describe('security 23: the token of a link', () => {
  it('has 256 bits beside the id, and reads back to it', () => {
    const token = linkToken('first_login', id);
    expect(token).toMatch(/^[\w-]{65}$/);
    expect(readLinkToken('first_login', token)).toBe(id);
  });

  it('differs by link and purpose', () => {
    const tokens = [
      linkToken('first_login', id),
      linkToken('password_reset', id),
      linkToken('first_login', randomUUID()),
    ];
    expect(new Set(tokens.map((token) => token.slice(22))).size).toBe(3);
  });

  it('is nowhere in the database, nor anything of it', async () => {
    const { id: userId } = await makePerson();
    const [link] = await sql<{ id: string; row: string }>(
      `INSERT INTO access_links AS l (user_id, purpose, expires_at)
       VALUES ($1, 'first_login', now() + interval '1 hour') RETURNING id, l::text AS row`,
      [userId],
    );
    const secret = linkToken('first_login', link!.id).slice(22);
    for (const form of ['base64', 'hex'] as const) {
      const written = Buffer.from(secret, 'base64url').toString(form);
      expect(link!.row).not.toContain(written.slice(0, 8));
    }
  });

  const token = linkToken('first_login', id);
  const changed = (at: number) => {
    const other = token[at] === 'A' ? 'B' : 'A';
    return token.slice(0, at) + other + token.slice(at + 1);
  };

  it.each<[string, string]>([
    ['none', ''],
    ['the id alone', token.slice(0, 22)],
    ['truncated', token.slice(0, -1)],
    ['longer', `${token}A`],
    ['of another id', linkToken('first_login', randomUUID()).slice(0, 22) + token.slice(22)],
    ['of another purpose', linkToken('password_reset', id)],
    ['changed at its first letter', changed(0)],
    ['with another writing of the same id', changed(21)],
    ['changed in the middle', changed(40)],
    ['changed at its end', changed(64)],
    ['in capitals', token.toUpperCase()],
    ['with a space before', ` ${token}`],
    ['the id in clear', id],
    ['under another secret', underSecret('another secret, of more than 32 characters')],
    ['under no secret', underSecret('')],
    ['of a short id', Buffer.from('x').toString('base64url')],
  ])('forged: %s', (_, forged) => {
    expect(readLinkToken('first_login', forged)).toBeUndefined();
  });

  it('is forged by nobody without the secret', () => {
    expect(underSecret(process.env.APP_SECRET ?? '')).toBe(token);
  });

  it('in another purpose opens nothing', () => {
    expect(readLinkToken('password_reset', token)).toBeUndefined();
  });
});

it('security 25: the address is under the configured origin', () => {
  expect(linkUrl('first_login', id)).toBe(
    `http://localhost:3000/first_login?token=${linkToken('first_login', id)}`,
  );
});
