import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma, transaction } from '@/lib/core/db';
import { sendLinks, VALID_FOR, voidLinks } from '@/lib/links/links';
import { linkUrl } from '@/lib/links/token';
import { Inbox } from '@/tests/inbox';
import { mailsOf } from '@/tests/mails';
import { makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import type { Transport } from './delivery';
import { sendMail } from './send';
import { openTransport } from './transport';

let inbox: Inbox;
let transport: Transport;

beforeAll(async () => {
  inbox = await Inbox.open();
  process.env.SMTP_URL = inbox.url;
  transport = openTransport();
});
afterAll(async () => {
  transport.close();
  await inbox.stop();
});

const send = (id: string) => sendMail(id, { transport, linkUrl, last: false });
const one = (person: TestPerson) => Prisma.sql`SELECT ${person.id}::uuid`;

async function invite(): Promise<{ person: TestPerson; mailId: string; linkId: string }> {
  const person = await makePerson();
  await transaction((tx) =>
    sendLinks(tx, one(person), {
      purpose: 'first_login',
      template: 'first-login-invitation',
      validFor: VALID_FOR.invitation,
      requestedById: null,
    }),
  );
  const [mail] = await sql<{ id: string; link_id: string }>(
    'SELECT id, link_id FROM mails WHERE user_id = $1',
    [person.id],
  );
  return { person, mailId: mail!.id, linkId: mail!.link_id };
}

describe('a mail with a link', () => {
  it('security 25: carries the link under our own origin in both forms, and no other', async () => {
    const { person, mailId, linkId } = await invite();
    expect(await send(mailId)).toBe('sent');
    const [mail] = inbox.to(person.email);
    const address = linkUrl('first_login', linkId);
    expect(address).toMatch(/^http:\/\/localhost:3000\/first_login\?token=/);
    expect(mail?.text).toContain(address);
    expect(mail?.html).toContain(`href="${address}"`);
    const origins = `${mail?.html} ${mail?.text}`.match(
      /\b(href|src)="[^"]+"|https?:\/\/[^\s"<]+/g,
    );
    const elsewhere = origins?.filter((found) => !found.includes('http://localhost:3000'));
    expect(elsewhere?.filter((found) => !found.includes('www.w3.org'))).toEqual([]);
  });

  it('says whose it is, how long it counts, and where the control word comes from', async () => {
    const { person, mailId } = await invite();
    await send(mailId);
    const { text = '' } = inbox.to(person.email)[0]!;
    const [company] = await sql<{ name: string }>('SELECT name FROM companies WHERE id = $1', [
      person.companyId,
    ]);
    expect(text).toContain(company!.name);
    expect(text).toMatch(/once, for 7 days: until \d+ \w+ \d{4} at \d\d:\d\d \(UTC\)/);
    expect(text).toMatch(/Your administrator tells it to you/);
  });

  it('counts from when it goes out, however long the mail had to wait', async () => {
    const { mailId, linkId } = await invite();
    await sql(
      `UPDATE access_links SET created_at = now() - interval '20 days',
         expires_at = now() - interval '13 days' WHERE id = $1`,
      [linkId],
    );
    expect(await send(mailId)).toBe('sent');
    const [link] = await sql(
      `SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours
       FROM access_links WHERE id = $1`,
      [linkId],
    );
    expect(link).toEqual({ hours: 7 * 24 });
  });

  it.each([
    [
      'voided',
      (id: string) => sql('UPDATE access_links SET voided_at = now() WHERE id = $1', [id]),
    ],
    [
      'used',
      (id: string) => sql('UPDATE access_links SET consumed_at = now() WHERE id = $1', [id]),
    ],
    ['gone', (id: string) => sql('DELETE FROM access_links WHERE id = $1', [id])],
  ])('whose link is %s is not needed any more', async (_how, end) => {
    const { person, mailId, linkId } = await invite();
    await end(linkId);
    expect(await send(mailId)).toBe('dropped');
    expect(inbox.to(person.email)).toEqual([]);
    expect(await mailsOf(person.id)).toMatchObject([{ state: 'dropped', attempts: 0 }]);
  });

  it('a newer one leaves the older unsent', async () => {
    const { person, mailId } = await invite();
    await transaction((tx) => tx.$executeRaw(voidLinks(one(person))));
    expect(await send(mailId)).toBe('dropped');
  });

  it('security 31: keeps no token in the outbox or the queue', async () => {
    const { mailId, linkId } = await invite();
    await send(mailId);
    const token = linkUrl('first_login', linkId).split('token=')[1]!.slice(22);
    const [kept] = await sql<{ text: string }>(
      `SELECT (SELECT string_agg(m::text, '') FROM mails m)
         || coalesce((SELECT string_agg(j::text, '') FROM graphile_worker._private_jobs j), '') AS text`,
    );
    expect(kept!.text).toContain(mailId);
    expect(kept!.text).not.toContain(token);
  });
});
