import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Inbox } from '@/tests/inbox';
import { mailsOf, mailStates, manyPeople, notify, until } from '@/tests/mails';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { end, spawnWorker } from '@/tests/worker';
import { drain } from './drain';
import { recover } from './recover';

let inbox: Inbox;
const children: ChildProcess[] = [];

beforeAll(async () => {
  inbox = await Inbox.open();
  process.env.SMTP_URL = inbox.url;
});
afterEach(async () => {
  inbox.dawdle(0);
  await Promise.all(children.splice(0).map((child) => end(child, 'SIGKILL')));
});
afterAll(() => inbox.stop());

function spawned(): ChildProcess {
  const child = spawnWorker();
  children.push(child);
  return child;
}

const locked = async () =>
  (await sql('SELECT id FROM graphile_worker.jobs WHERE locked_at IS NOT NULL')).length;

/** As if so much time had passed since jobs were taken. */
const age = (seconds: number) =>
  sql(
    `UPDATE graphile_worker._private_jobs SET locked_at = locked_at - make_interval(secs => $1)
     WHERE locked_at IS NOT NULL`,
    [seconds],
  );

describe('a worker killed in the middle (kill -9)', () => {
  it('leaves nothing unsent: all arrives, soon after', { timeout: 60_000 }, async () => {
    const people = await manyPeople(60);
    inbox.dawdle(100);
    const child = spawned();
    await notify(people.map(({ id }) => id));
    await until(async () => ((await mailStates()).sent ?? 0) >= 10, 30);
    await end(child, 'SIGKILL');
    expect(await locked()).toBeGreaterThan(0);
    inbox.dawdle(0);

    await drain();
    // Too young to be taken for dead; of one or the other it may just not have been said yet.
    expect((await mailStates()).queued ?? 0).toBeLessThanOrEqual(await locked());
    await age(91);
    await drain();
    expect(await mailStates()).toEqual({ sent: 60 });

    const ids = new Map(people.map(({ email }) => [email, new Set<string | undefined>()]));
    for (const { recipients, messageId } of inbox.messages) {
      for (const address of recipients) ids.get(address)?.add(messageId);
    }
    // What was under way may have come twice: as one and the same message.
    expect([...ids.values()].every((messages) => messages.size === 1)).toBe(true);
  });

  it('by SIGTERM instead, it ends what is under way and leaves no lock', async () => {
    const people = await manyPeople(20);
    inbox.dawdle(100);
    const child = spawned();
    await notify(people.map(({ id }) => id));
    await until(async () => (await locked()) > 0);
    await end(child, 'SIGTERM');
    expect(child.exitCode).toBe(0);
    expect(await locked()).toBe(0);
    inbox.dawdle(0);
    await drain();
    for (const { email } of people) expect(inbox.to(email)).toHaveLength(1);
  });
});

describe('recovery', () => {
  it('leaves the jobs of those who live alone', async () => {
    const person = await makePerson();
    await notify([person.id]);
    await sql(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '80 seconds',
         locked_by = 'somebody'`,
    );
    await recover();
    expect(await locked()).toBe(1);
    await age(20);
    await recover();
    expect(await locked()).toBe(0);
    expect(await drain()).toEqual({ sent: 1 });
  });

  it('writes down as failed what was interrupted at its last attempt', async () => {
    const person = await makePerson();
    await notify([person.id]);
    await sql(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '2 minutes',
         locked_by = 'somebody', attempts = max_attempts`,
    );
    await recover();
    expect(await mailsOf(person.id)).toMatchObject([
      { state: 'failed', last_error: 'Sending was interrupted.' },
    ]);
  });
});
