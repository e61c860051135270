import fs from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { mailsOf, notify } from '@/tests/mails';
import { makePerson } from '@/tests/people';
import { sendMail } from '../send';
import { openTransport } from '../transport';

it('without a mail server, mail is a file for its owner’s eyes', async () => {
  const person = await makePerson();
  await notify([person.id]);
  const { id } = (await mailsOf(person.id))[0]!;
  const way = { transport: openTransport(), linkUrl: () => '', last: false };
  expect(await sendMail(id, way)).toBe('sent');
  const file = path.join(process.env.DATA_DIR ?? '', 'mail', id);
  const mail = await PostalMime.parse(fs.readFileSync(`${file}.eml`));
  expect(mail.to).toMatchObject([{ address: person.email }]);
  expect(mail.html?.replace(/\r?\n$/, '')).toBe(fs.readFileSync(`${file}.html`, 'utf8'));
  for (const ending of ['.eml', '.html']) {
    expect(fs.statSync(file + ending).mode & 0o777).toBe(0o600);
  }
});
