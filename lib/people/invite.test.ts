import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { makeWordedCompany } from '@/tests/newcomers';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { createUser } from './commands';
import { newUser } from './schema';

let admin: Actor;
let worded: TestCompany;
let wordless: TestCompany;

beforeAll(async () => {
  admin = actorOf(await makePerson({ right: 'superuser', company: null }));
  worded = await makeWordedCompany();
  wordless = await makeCompany();
});

const form = (company: TestCompany, change: object = {}) =>
  newUser.parse({
    firstName: 'Ann',
    lastName: 'Lee',
    email: `new-${randomUUID()}@example.org`,
    companyId: company.id,
    ...change,
  });

const invitationsOf = (userId: string) =>
  sql(
    `SELECT l.purpose, l.requested_by_id, l.browser_hash, m.template, m.state,
       l.expires_at - l.created_at = make_interval(secs => CASE l.purpose
         WHEN 'first_login' THEN 7 * 24 * 3600 ELSE 3600 END) AS long_enough
     FROM access_links l JOIN mails m ON m.link_id = l.id WHERE l.user_id = $1`,
    [userId],
  );

describe('Create User invites', () => {
  it.each([
    ['first_login', 'first-login-invitation'],
    ['password_reset', 'password-reset-invitation'],
  ])('by %s, in the transaction that creates', async (invite, template) => {
    const id = await createUser(admin, form(worded, { invite }));
    expect(await invitationsOf(id)).toEqual([
      {
        purpose: invite,
        requested_by_id: admin.userId,
        browser_hash: null,
        template,
        state: 'queued',
        long_enough: true,
      },
    ]);
    expect(await auditOf(id)).toMatchObject([
      { action: 'user.created' },
      {
        action: 'user.invited',
        actor_id: admin.userId,
        company_id: worded.id,
        after: { link: invite },
      },
    ]);
  });

  it.each<[string, () => object, () => TestCompany, string | undefined]>([
    ['not said, with a control word', () => ({}), () => worded, 'first_login'],
    ['not said, without one', () => ({}), () => wordless, undefined],
    ['not said, with a password', () => ({ password: 'correct horse' }), () => worded, undefined],
    ['not said, before the start', () => ({ startDate: '2999-01-01' }), () => worded, undefined],
    ['none', () => ({ invite: 'none' }), () => worded, undefined],
    [
      'a reset, with a password',
      () => ({ password: 'correct horse', invite: 'password_reset' }),
      () => wordless,
      'password_reset',
    ],
  ])('%s', async (_, change, company, purpose) => {
    const id = await createUser(admin, form(company(), change()));
    expect(await invitationsOf(id)).toMatchObject(purpose ? [{ purpose }] : []);
  });

  it.each<[string, () => object, () => TestCompany]>([
    ['first login, without a control word', () => ({ invite: 'first_login' }), () => wordless],
    [
      'first login, with a first password',
      () => ({ invite: 'first_login', password: 'correct horse' }),
      () => worded,
    ],
    [
      'a link, before the start',
      () => ({ invite: 'first_login', startDate: '2999-01-01' }),
      () => worded,
    ],
    [
      'a reset, after the end',
      () => ({ invite: 'password_reset', endDate: '2000-01-01' }),
      () => worded,
    ],
  ])('refuses %s at its field, and creates nobody', async (_, change, company) => {
    const input = form(company(), change());
    await expect(createUser(admin, input)).rejects.toMatchObject({
      code: 'invalid',
      fields: { invite: expect.any(String) as string },
    });
    expect(await sql('SELECT 1 FROM users WHERE email = $1', [input.email])).toEqual([]);
    expect(await sql('SELECT 1 FROM mails WHERE to_address = $1', [input.email])).toEqual([]);
  });

  it('mails nobody when the e-mail is taken', async () => {
    const { email } = await makePerson({ company: worded });
    await expect(
      createUser(admin, form(worded, { email, invite: 'password_reset' })),
    ).rejects.toMatchObject({ fields: { email: expect.any(String) as string } });
    expect(await sql('SELECT 1 FROM mails WHERE to_address = $1', [email])).toEqual([]);
  });
});
