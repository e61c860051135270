import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Inbox } from '@/tests/inbox';
import { mailsOf, manyPeople, notify, until } from '@/tests/mails';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { drain } from './drain';
import { startWorker } from './worker';

let inbox: Inbox;

beforeAll(async () => {
  inbox = await Inbox.open();
  process.env.SMTP_URL = inbox.url;
});
afterEach(() => {
  inbox.refuse(null);
  inbox.dawdle(0);
});
afterAll(() => inbox.stop());

async function notified() {
  const person = await makePerson();
  await notify([person.id]);
  return { ...person, mail: async () => (await mailsOf(person.id))[0]! };
}

describe('the worker', () => {
  it('sends what is queued, is one however often it is started, and ends', async () => {
    const worker = startWorker();
    expect(startWorker()).toBe(worker);
    const person = await notified();
    await until(async () => (await person.mail()).state === 'sent');
    expect(inbox.to(person.email)).toHaveLength(1);
    await until(async () => (await sql('SELECT 1 FROM graphile_worker.jobs')).length === 0);
    await worker.stop();
    const later = await notified();
    expect((await later.mail()).state).toBe('queued');
    await drain();
  });

  it('lets a mail under way be sent when it is told to end', async () => {
    inbox.dawdle(1500);
    const worker = startWorker();
    const person = await notified();
    await until(
      async () =>
        (await sql('SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL')).length === 1,
    );
    await worker.stop();
    expect(await person.mail()).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('goes on by itself after the database broke off every connection', async () => {
    const worker = startWorker();
    const before = await notified();
    await until(async () => (await before.mail()).state === 'sent');
    await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'gatehouse jobs'`);
    const person = await notified();
    await until(async () => (await person.mail()).state === 'sent', 18);
    await worker.stop();
  });
});

describe('two at once', () => {
  it('send each mail once', async () => {
    const people = await manyPeople(200);
    await notify(people.map(({ id }) => id));
    const [one, two] = await Promise.all([drain(), drain()]);
    expect(one.sent + two.sent).toBe(200);
    expect(Math.min(one.sent, two.sent)).toBeGreaterThan(0);
    const counts = people.map(({ email }) => inbox.to(email).length);
    expect(counts.every((count) => count === 1)).toBe(true);
  });
});

describe('a drain', () => {
  it('sends what is due, and says how many', async () => {
    const people = [await notified(), await notified()];
    expect(await drain()).toEqual({ sent: 2 });
    for (const { email } of people) expect(inbox.to(email)).toHaveLength(1);
    expect(await drain()).toEqual({ sent: 0 });
  });

  it('leaves what was refused for now to a later time', async () => {
    inbox.refuse(451);
    const person = await notified();
    expect(await drain()).toEqual({ sent: 0 });
    inbox.refuse(null);
    expect(await drain()).toEqual({ sent: 0 });
    expect(await person.mail()).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('brings forward what waits for the server, once it answers', async () => {
    await inbox.stop();
    const waiting = await notified();
    await drain();
    await inbox.start();
    const fresh = await notified();
    expect(await drain()).toEqual({ sent: 2 });
    expect(await waiting.mail()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await fresh.mail()).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('takes no more when its time is up, and loses nothing', async () => {
    inbox.dawdle(200);
    const people = await manyPeople(40);
    await notify(people.map(({ id }) => id));
    const started = performance.now();
    const { sent } = await drain(500);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(40);
    inbox.dawdle(0);
    expect((await drain()).sent).toBe(40 - sent);
  });
});
