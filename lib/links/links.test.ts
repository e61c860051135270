import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Prisma, transaction } from '@/lib/core/db';
import { makePerson } from '@/tests/people';
import { linksOf, makeLink } from '@/tests/newcomers';
import { sql } from '@/tests/sql';
import {
  consumeLink,
  findLink,
  INVITATION,
  noteOpened,
  sendLinks,
  VALID_FOR,
  voidLinks,
} from './links';
import { linkToken } from './token';

const people = (...ids: string[]) => Prisma.sql`SELECT unnest(${ids}::uuid[])`;
const own = { requestedById: null, validFor: VALID_FOR.firstLogin } as const;
const firstLogin = { purpose: 'first_login', template: 'first-login', ...own } as const;
const reset = { purpose: 'password_reset', template: 'password-reset', ...own } as const;
const send = (ids: string[], order: Parameters<typeof sendLinks>[2]) =>
  transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM user_access WHERE user_id IN (${people(...ids)}) FOR UPDATE`;
    return sendLinks(tx, people(...ids), order);
  });
const idOf = async () => (await makePerson()).id;
const tokens = async (userId: string) =>
  (await linksOf(userId)).map(({ id, purpose }) => ({ purpose, token: linkToken(purpose, id) }));

describe('sending links', () => {
  it('writes one a person, each with its mail and job, in the transaction', async () => {
    const [ann, bob] = [await idOf(), await idOf()];
    expect(await send([ann, bob], firstLogin)).toBe(2);
    const rows = await sql<{ user_id: string; waits: boolean; job: string | null }>(
      `SELECT l.user_id, m.state = 'queued' AND m.to_address = u.email AS waits, j.key AS job
       FROM access_links l JOIN users u ON u.id = l.user_id JOIN mails m ON m.link_id = l.id
       LEFT JOIN graphile_worker.jobs j ON j.key = 'mail:' || m.id
       WHERE l.user_id IN ($1, $2)`,
      [ann, bob],
    );
    expect(rows.map(({ user_id }) => user_id).sort()).toEqual([ann, bob].sort());
    for (const { waits, job } of rows) expect([waits, job]).toEqual([true, expect.any(String)]);
  });

  it('writes nothing when the transaction is rolled back', async () => {
    const ann = await idOf();
    const failed = transaction(async (tx) => {
      await sendLinks(tx, people(ann), firstLogin);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await linksOf(ann)).toEqual([]);
    expect(await sql('SELECT 1 FROM mails WHERE user_id = $1', [ann])).toEqual([]);
  });

  it('security 28: the newest voids the older of its purpose, and leaves the other purpose', async () => {
    const ann = await idOf();
    await send([ann], reset);
    await send([ann], firstLogin);
    await send([ann], firstLogin);
    const found = (await tokens(ann)).map(({ purpose, token }) => findLink(purpose, token));
    expect((await Promise.all(found)).map(Boolean)).toEqual([true, false, true]);
    expect(await sql('SELECT 1 FROM mails WHERE user_id = $1', [ann])).toHaveLength(3);
  });

  it('security 28: of 20 at once one remains', async () => {
    const ann = await idOf();
    await Promise.all(Array.from({ length: 20 }, () => send([ann], firstLogin)));
    const links = await linksOf(ann);
    expect(links).toHaveLength(20);
    expect(links.filter(({ voided_at }) => voided_at === null)).toHaveLength(1);
  });

  it('an invitation counts as long as it says', async () => {
    const ann = await idOf();
    for (const order of [firstLogin, INVITATION.first_login, INVITATION.password_reset]) {
      await send([ann], { ...order, requestedById: randomUUID() });
    }
    const rows = await sql<{ minutes: number }>(
      `SELECT round(extract(epoch FROM expires_at - created_at) / 60)::int AS minutes
       FROM access_links WHERE user_id = $1 ORDER BY id`,
      [ann],
    );
    expect(rows.map(({ minutes }) => minutes)).toEqual([15, 7 * 24 * 60, 60]);
  });
});

describe('a link', () => {
  it('is found by its token, and finding changes nothing', async () => {
    const ann = await idOf();
    const token = await makeLink(ann, { askedBy: { deviceToken: 'browser' } });
    const before = await linksOf(ann);
    for (let i = 0; i < 5; i += 1) {
      expect(await findLink('first_login', token)).toMatchObject({ userId: ann });
    }
    expect(await linksOf(ann)).toEqual(before);
  });

  it('security 23: is not found for another purpose, even with a token made for that', async () => {
    const ann = await idOf();
    const token = await makeLink(ann);
    const [link] = await linksOf(ann);
    const { id } = link!;
    expect(await findLink('password_reset', token)).toBeUndefined();
    expect(await findLink('password_reset', linkToken('password_reset', id))).toBeUndefined();
    await noteOpened('password_reset', linkToken('password_reset', id));
    expect(await linksOf(ann)).toMatchObject([{ opened_at: null }]);
  });

  it('is not found once it is too old, void, used, or never was', async () => {
    const ann = await idOf();
    const old = await makeLink(ann, { expiresInSeconds: -1 });
    const void_ = await makeLink(ann);
    await transaction((tx) => tx.$executeRaw(voidLinks(people(ann))));
    const used = await makeLink(ann);
    const link = await findLink('first_login', used);
    expect(await transaction((tx) => consumeLink(tx, link!))).toBe(true);
    for (const token of [old, void_, used, linkToken('first_login', randomUUID())]) {
      expect(await findLink('first_login', token)).toBeUndefined();
    }
  });

  it('security 23: of 30 who use it at once one does', async () => {
    const link = await findLink('first_login', await makeLink(await idOf()));
    const used = Array.from({ length: 30 }, () => transaction((tx) => consumeLink(tx, link!)));
    expect((await Promise.all(used)).filter(Boolean)).toHaveLength(1);
  });

  it('is noted as opened once, with its first time', async () => {
    const ann = await idOf();
    const token = await makeLink(ann);
    await noteOpened('first_login', token);
    const [first] = await linksOf(ann);
    expect(first?.opened_at).toBeInstanceOf(Date);
    await noteOpened('first_login', token);
    expect(await linksOf(ann)).toEqual([first]);
  });

  it('of others stays as it is when some are voided', async () => {
    const [ann, bob] = [await idOf(), await idOf()];
    const kept = await makeLink(bob);
    await makeLink(ann);
    await transaction((tx) => tx.$executeRaw(voidLinks(people(ann))));
    expect(await findLink('first_login', kept)).toMatchObject({ userId: bob });
  });
});
