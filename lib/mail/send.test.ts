import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Inbox } from '@/tests/inbox';
import { mailsOf, notify, type MailRow } from '@/tests/mails';
import { makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { sendMail } from './send';
import { openTransport } from './transport';
import type { Transport } from './delivery';

let inbox: Inbox;
let transport: Transport;

beforeAll(async () => {
  inbox = await Inbox.open();
  process.env.SMTP_URL = inbox.url;
  transport = openTransport();
});
afterEach(() => inbox.refuse(null));
afterAll(async () => {
  transport.close();
  await inbox.stop();
});

const linkUrl = (purpose: string, id: string) => `http://localhost:3000/${purpose}?token=${id}`;
const send = (id: string, last = false) => sendMail(id, { transport, linkUrl, last });

async function queued(): Promise<{ person: TestPerson; id: string }> {
  const person = await makePerson();
  await notify([person.id]);
  const [mail] = await mailsOf(person.id);
  return { person, id: mail!.id };
}

const stateOf = async (person: TestPerson): Promise<MailRow> => (await mailsOf(person.id))[0]!;

describe('a mail of the outbox', () => {
  it('arrives by SMTP as HTML and text, from us, to its one recipient, and is marked sent', async () => {
    const { person, id } = await queued();
    expect(await send(id)).toBe('sent');
    const [mail, ...more] = inbox.to(person.email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'Your password was changed',
      from: { name: 'Gatehouse', address: 'no-reply@localhost' },
      to: [{ address: person.email }],
      recipients: [person.email],
      messageId: `<${id}@localhost>`,
    });
    expect(mail?.html).toContain('Your password was changed');
    expect(mail?.text).toContain('Hello Ann,');
    expect(await stateOf(person)).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
  });

  it('is sent once: whatever is no longer queued is left alone', async () => {
    const { person, id } = await queued();
    await send(id);
    expect(await send(id)).toBe('skipped');
    expect(inbox.to(person.email)).toHaveLength(1);
  });

  it('that was refused for now waits, says why, and asks to be tried again', async () => {
    const { person, id } = await queued();
    inbox.refuse(451, 'Try later');
    await expect(send(id)).rejects.toThrow('451 Try later');
    expect(await stateOf(person)).toMatchObject({
      state: 'queued',
      attempts: 1,
      last_error: '451 Try later',
    });
  });

  it('is given up at the last attempt', async () => {
    const { person, id } = await queued();
    inbox.refuse(451, 'Try later');
    expect(await send(id, true)).toBe('failed');
    expect(await stateOf(person)).toMatchObject({ state: 'failed', last_error: '451 Try later' });
  });

  it('is given up at once when the recipient is refused for good', async () => {
    const { person, id } = await queued();
    inbox.refuse(550, 'No such mailbox');
    expect(await send(id)).toBe('failed');
    expect(await stateOf(person)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('waits for a mail server that is away', async () => {
    const { person, id } = await queued();
    await inbox.stop();
    await expect(send(id)).rejects.toThrow('The mail server cannot be reached');
    await inbox.start();
    expect(await send(id)).toBe('sent');
    expect(await stateOf(person)).toMatchObject({ state: 'sent', attempts: 2, last_error: null });
  });

  it('keeps no link and no address of others out of what a server says', async () => {
    const { person, id } = await queued();
    inbox.refuse(
      451,
      `Blocked http://localhost/password_reset?token=abc for ${person.email} by boss@other.example`,
    );
    await expect(send(id)).rejects.toThrow();
    const { last_error } = await stateOf(person);
    expect(last_error).toBe(`451 Blocked (link) for ${person.email} by (address)`);
  });

  it.each(['nonsense', '{}', '{"firstName":"Ann","event":"unheard-of"}'])(
    'that cannot be written (%s) is given up with a reason',
    async (props) => {
      const { person, id } = await queued();
      await sql('UPDATE mails SET props = $2::jsonb WHERE id = $1', [
        id,
        props === 'nonsense' ? '"nonsense"' : props,
      ]);
      expect(await send(id)).toBe('failed');
      expect((await stateOf(person)).last_error).toMatch(/^It cannot be written/);
    },
  );
});

describe('security 46: one recipient', () => {
  const ATTACKS = [
    'a@example.org,b@example.org',
    'a;b@example.org',
    '"a,b"@example.org',
    "a'@b,c@example.org",
    '<a@example.org>',
    'a＠example.org@example.org',
    'ａnn@example.org',
    'Ann@Example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a@b@example.org',
    '',
  ];

  // The database refuses white space and a second @ before; its check is taken away for this test.
  beforeAll(() => sql('ALTER TABLE mails DROP CONSTRAINT mails_to_address_check'));

  it.each(ATTACKS)('%j goes to nobody', async (address) => {
    const { person, id } = await queued();
    const before = inbox.messages.length;
    await sql('UPDATE mails SET to_address = $2 WHERE id = $1', [id, address]);
    expect(await send(id)).toBe('failed');
    expect(await stateOf(person)).toMatchObject({
      state: 'failed',
      last_error: 'This is not the address of one recipient.',
    });
    expect(inbox.messages.length).toBe(before);
  });
});
