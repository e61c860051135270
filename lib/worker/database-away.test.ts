import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, it } from 'vitest';
import { env } from '@/lib/core/env';
import { Inbox } from '@/tests/inbox';
import { mailsOf, notify, until } from '@/tests/mails';
import { makePerson } from '@/tests/people';
import { DatabaseProxy } from '@/tests/proxy';
import { startWorker } from './worker';

let inbox: Inbox;
let proxy: DatabaseProxy;

beforeAll(async () => {
  inbox = await Inbox.open();
  process.env.SMTP_URL = inbox.url;
  const direct = process.env.DATABASE_URL ?? '';
  proxy = await DatabaseProxy.of(direct);
  // The application goes through the proxy; what the test asserts does not.
  process.env.DATABASE_URL = proxy.url;
  env();
  process.env.DATABASE_URL = direct;
});
afterAll(async () => {
  await startWorker().stop();
  await proxy.close();
  await inbox.stop();
});

async function arrives() {
  const person = await makePerson();
  await notify([person.id]);
  await until(async () => (await mailsOf(person.id))[0]?.state === 'sent', 40);
}

it(
  'a database that is away, at the start or later, ends neither the worker nor the process',
  { timeout: 90_000 },
  async () => {
    startWorker();
    await sleep(1500);
    await proxy.open();
    await arrives();
    await proxy.close();
    await sleep(3000);
    await proxy.open();
    await arrives();
  },
);
