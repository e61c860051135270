import { beforeAll, describe, expect, it } from 'vitest';
import { Prisma, transaction } from '@/lib/core/db';
import { sendLinks, VALID_FOR } from '@/lib/links/links';
import { notify } from '@/tests/mails';
import { actorOf, makeCompany, makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { countFailed, countMails, listMails } from './queries';
import { mailListQuery } from './schema';

const query = (given: Record<string, unknown> = {}) => mailListQuery.parse(given);

let superuser: TestPerson;
let admin: TestPerson;
let mine: TestPerson[];
let foreign: TestPerson;

beforeAll(async () => {
  const company = await makeCompany();
  superuser = await makePerson({ right: 'superuser' });
  admin = await makePerson({ company, right: 'user_admin' });
  mine = [
    await makePerson({ company }),
    await makePerson({ company }),
    await makePerson({ company }),
  ];
  foreign = await makePerson();
  for (const { id } of [...mine, foreign]) await notify([id]);
  await sql(`UPDATE mails SET state = 'failed', last_error = 'No' WHERE user_id = $1`, [
    mine[1]!.id,
  ]);
});

const addresses = async (actor: TestPerson, given?: Record<string, unknown>) =>
  (await listMails(actorOf(actor), query(given))).map(({ toAddress }) => toAddress);

describe('the outbox', () => {
  it('security 33: shows what is in the scope, newest first, and counts the same', async () => {
    const own = mine.map(({ email }) => email).reverse();
    expect(await addresses(admin)).toEqual(own);
    expect(await countMails(actorOf(admin), query())).toBe(3);
    expect(await addresses(superuser)).toEqual([foreign.email, ...own]);
    expect(await countMails(actorOf(superuser), query())).toBe(4);
    expect(await addresses(admin, { q: foreign.email })).toEqual([]);
  });

  it('to whoever has no right is empty', async () => {
    expect(await addresses(mine[0]!)).toEqual([]);
    expect(await countMails(actorOf(mine[0]!), query())).toBe(0);
  });

  it('is filtered by state and address; wildcards are literal', async () => {
    expect(await addresses(admin, { state: 'failed' })).toEqual([mine[1]!.email]);
    expect(await addresses(admin, { q: mine[2]!.email.slice(3, 20).toUpperCase() })).toEqual([
      mine[2]!.email,
    ]);
    expect(await addresses(admin, { q: '%' })).toEqual([]);
    expect(await countFailed(actorOf(admin), { q: '' })).toBe(1);
    expect(await countFailed(actorOf(admin), { q: mine[0]!.email })).toBe(0);
  });

  it('comes in pages', async () => {
    for (let i = 0; i < 12; i += 1) await notify([mine[0]!.id]);
    expect(await addresses(admin, { size: '10' })).toHaveLength(10);
    const [last] = await addresses(admin, { size: '10', page: '2' });
    expect(last).toBe(mine[0]!.email);
  });

  it('tells when a queued mail is tried next, and nothing of what it says', async () => {
    const company = await makeCompany();
    const reader = actorOf(await makePerson({ company, right: 'user_admin' }));
    const person = await makePerson({ company });
    await transaction((tx) =>
      sendLinks(tx, Prisma.sql`SELECT ${person.id}::uuid`, {
        purpose: 'password_reset',
        template: 'password-reset-invitation',
        validFor: VALID_FOR.reset,
        requestedById: null,
      }),
    );
    const [row] = await listMails(reader, query());
    expect(Object.keys(row!).sort()).toEqual([
      'attempts',
      'createdAt',
      'id',
      'lastError',
      'nextAt',
      'state',
      'template',
      'toAddress',
      'triedAt',
      'userId',
    ]);
    expect(row).toMatchObject({ userId: person.id, state: 'queued' });
    expect(row!.nextAt).toBeInstanceOf(Date);
  });
});

describe('security 37: the question', () => {
  it.each([
    { state: 'lost' },
    { state: ['failed', 'sent'] },
    { q: { contains: 'x' } },
    { q: 'a\u0000' },
    { q: 'x'.repeat(201) },
    { page: '0' },
    { page: '10001' },
    { size: '1000' },
    { companyId: 'x' },
  ])('%j is refused', (given) => {
    expect(mailListQuery.safeParse(given).success).toBe(false);
  });
});
