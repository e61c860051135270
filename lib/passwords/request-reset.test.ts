import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linkUrl } from '@/lib/links/token';
import { inOpenTransaction } from '@/tests/connections';
import { makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { giveAnswers } from '@/tests/answers';
import { requestReset } from './request-reset';
import { resetRequest } from './schema';

let addresses = 0;
/** Every try from another address, unless it says from which. */
const visitor = (address = `198.51.100.${(addresses += 1)}`) => ({
  address,
  requestId: 'request-1',
  userAgent: 'Test/1.0',
});
const request = (email: string, address?: string) =>
  requestReset(resetRequest.parse({ email }), visitor(address));
const ask = async (email: string, address?: string) => {
  await request(email, address);
  await giveAnswers();
};

const linksOf = (userId: string) =>
  sql<{ id: string; live: boolean; minutes: number; requested_by_id: string | null }>(
    `SELECT id, consumed_at IS NULL AND voided_at IS NULL AND expires_at > now() AS live,
       round(extract(epoch FROM expires_at - created_at) / 60)::int AS minutes, requested_by_id
     FROM access_links WHERE user_id = $1 AND purpose = 'password_reset' ORDER BY id`,
    [userId],
  );
const mailsOf = (userId: string) =>
  sql<{ template: string; to_address: string; link_id: string | null; props: object }>(
    'SELECT template, to_address, link_id, props FROM mails WHERE user_id = $1 ORDER BY id',
    [userId],
  );
const outcomesOf = async (userId: string) =>
  (await auditOf(userId)).map(({ action, after }) => [action, after?.outcome]);
const REQUESTED = 'user.password-reset-requested';

describe('somebody known, local and enabled', () => {
  it('is mailed a link that counts for an hour', async () => {
    const company = await makeCompany();
    const ann = await makePerson({ company, firstName: 'Ann' });
    await ask(ann.email);
    const [link, ...more] = await linksOf(ann.id);
    expect(more).toEqual([]);
    expect(link).toMatchObject({ live: true, minutes: 60, requested_by_id: null });
    expect(await mailsOf(ann.id)).toEqual([
      {
        template: 'password-reset',
        to_address: ann.email,
        link_id: link!.id,
        props: { firstName: 'Ann', company: company.name },
      },
    ]);
    expect(await auditOf(ann.id)).toMatchObject([
      { action: REQUESTED, actor_id: null, after: { email: ann.email, outcome: 'mailed' } },
    ]);
  });

  it('security 28: a newer link voids the older ones', async () => {
    const ann = await makePerson();
    for (let i = 0; i < 3; i += 1) await ask(ann.email);
    expect((await linksOf(ann.id)).map(({ live }) => live)).toEqual([false, false, true]);
  });

  it('security 27: is mailed three times an hour at most', async () => {
    const ann = await makePerson();
    for (let i = 0; i < 5; i += 1) await ask(ann.email);
    expect(await mailsOf(ann.id)).toHaveLength(3);
    expect((await outcomesOf(ann.id)).map(([, outcome]) => outcome)).toEqual([
      ...Array<string>(3).fill('mailed'),
      ...Array<string>(2).fill('too-many-mails'),
    ]);
    // The last link stays good: asking again and again takes nobody's link away.
    expect((await linksOf(ann.id)).map(({ live }) => live)).toEqual([false, false, true]);
    await sql(
      `UPDATE access_links SET created_at = created_at - interval '61 minutes',
         expires_at = expires_at - interval '1 minute' WHERE user_id = $1`,
      [ann.id],
    );
    await ask(ann.email);
    expect(await mailsOf(ann.id)).toHaveLength(4);
  });

  it('security 27: also when 20 ask at once', async () => {
    const ann = await makePerson();
    await Promise.all(Array.from({ length: 20 }, () => request(ann.email)));
    await giveAnswers();
    const links = await linksOf(ann.id);
    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThanOrEqual(3);
    expect(links.filter(({ live }) => live)).toHaveLength(1);
    expect(await mailsOf(ann.id)).toHaveLength(links.length);
  });

  it.each([
    ['capitals', (email: string) => email.toUpperCase()],
    ['blanks around it', (email: string) => ` ${email}\t`],
    ['full-width letters', (email: string) => email.replace('person', 'ｐｅｒｓｏｎ')],
    ['a full-width @', (email: string) => email.replace('@', '＠')],
  ])('security 6: is found by their address with %s', async (_, written) => {
    const ann = await makePerson();
    await ask(written(ann.email));
    expect(await mailsOf(ann.id)).toMatchObject([{ to_address: ann.email }]);
  });

  it('security 46: is mailed where the account says, however alike the address that asked', async () => {
    const ann = await makePerson();
    await ask(`${ann.email}.attacker.test`);
    expect(await mailsOf(ann.id)).toEqual([]);
    const others = await sql("SELECT 1 FROM mails WHERE to_address LIKE '%attacker%'");
    expect(others).toEqual([]);
  });
});

describe('security 29: nothing to gain', () => {
  it.each<[string, PersonOptions]>([
    ['deactivated', { isActive: false }],
    ['locked', { locked: true }],
    ['not-started', { startDate: '2999-01-01' }],
    ['expired', { endDate: '2000-01-01' }],
    ['directory', { source: 'directory', directoryAllows: false }],
    ['locked', { source: 'directory', directoryAllows: true, locked: true }],
  ])('for who is kept out: %s', async (outcome, options) => {
    const ann = await makePerson(options);
    await ask(ann.email);
    expect(await linksOf(ann.id)).toEqual([]);
    expect(await mailsOf(ann.id)).toEqual([]);
    expect(await outcomesOf(ann.id)).toEqual([[REQUESTED, outcome]]);
  });

  it('for somebody of a directory but to be told so, three times an hour', async () => {
    const ann = await makePerson({ source: 'directory', directoryAllows: true });
    for (let i = 0; i < 5; i += 1) await ask(ann.email);
    expect(await linksOf(ann.id)).toEqual([]);
    const mails = await mailsOf(ann.id);
    expect(mails).toHaveLength(3);
    expect(mails[0]).toMatchObject({ template: 'directory-password', link_id: null });
  });

  it('for nobody: only the audit knows', async () => {
    const email = `nobody-${randomUUID()}@example.org`;
    await ask(email);
    const mails = await sql('SELECT 1 FROM mails WHERE to_address = $1', [email]);
    expect(mails).toEqual([]);
    const events = await sql(
      "SELECT subject_id, after FROM audit_events WHERE after ->> 'email' = $1",
      [email],
    );
    expect(events).toEqual([{ subject_id: null, after: { email, outcome: 'unknown' } }]);
  });
});

describe('security 26: an e-mail is one string', () => {
  it.each<[string, unknown]>([
    ['a list', ['ann@example.org', 'eve@attacker.test']],
    ['an object', { equals: 'ann@example.org' }],
    ['two by comma', 'ann@example.org,eve@attacker.test'],
    ['two by line', 'ann@example.org\r\nBcc: eve@attacker.test'],
    ['nothing', undefined],
    ['a letter that only looks alike (dotless i)', 'mıke@example.org'],
    ['a quoted local part', '"ann@example.org,"@attacker.test'],
    ['a name before it', 'Ann <ann@example.org>'],
  ])('%s is refused', (_, email) => {
    expect(resetRequest.safeParse({ email }).success).toBe(false);
  });

  it('and nothing beside it', () => {
    const given = { email: 'ann@example.org', to: 'eve@attacker.test' };
    expect(resetRequest.safeParse(given).success).toBe(false);
  });
});

it('security 25: what is queued names no origin; the link has the configured one', async () => {
  const ann = await makePerson();
  await ask(ann.email);
  const [mail] = await mailsOf(ann.id);
  expect(JSON.stringify(mail!.props)).not.toMatch(/http|token/i);
  expect(linkUrl('password_reset', mail!.link_id!)).toMatch(
    new RegExp(`^${process.env.APP_URL}/password_reset\\?token=[\\w-]{65}$`),
  );
});

it(
  'security 27: 1,000 requests from one address: 20 are looked at',
  { timeout: 60_000 },
  async () => {
    const people = await Promise.all(
      Array.from({ length: 40 }, () => makePerson({ company: null })),
    );
    const address = '203.0.113.9';
    for (let i = 0; i < 10; i += 1) {
      await Promise.all(
        Array.from({ length: 100 }, (_, k) => request(people[k % people.length]!.email, address)),
      );
    }
    await giveAnswers();
    const [looked] = await sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM audit_events WHERE action = $1 AND address = $2',
      [REQUESTED, address],
    );
    expect(looked!.count).toBe(20);
  },
);

it('whose access is being changed is not waited for, and answered once it is', async () => {
  const ann = await makePerson();
  const held = 'SELECT 1 FROM user_access WHERE user_id = $1 FOR UPDATE';
  await inOpenTransaction(held, [ann.id], async () => {
    const started = performance.now();
    await request(ann.email);
    expect(performance.now() - started).toBeLessThan(600);
  });
  await giveAnswers();
  expect(await mailsOf(ann.id)).toHaveLength(1);
});
