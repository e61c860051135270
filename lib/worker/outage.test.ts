import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { lockUsers } from '@/lib/lifecycle/commands';
import { Inbox } from '@/tests/inbox';
import { mailStates, manyPeople, notify, until } from '@/tests/mails';
import { actorOf, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { startWorker } from './worker';

let inbox: Inbox;
let worker: ReturnType<typeof startWorker>;

beforeAll(async () => {
  inbox = await Inbox.open();
  process.env.SMTP_URL = inbox.url;
  await inbox.stop();
  worker = startWorker();
});
afterAll(async () => {
  await worker.stop();
  await inbox.stop();
});

it(
  'security 63: SMTP refused for a whole run of 1,000 mails loses none and holds nothing up',
  { timeout: 120_000 },
  async () => {
    const people = await manyPeople(1000);
    await notify(people.map(({ id }) => id));
    const superuser = actorOf(await makePerson({ right: 'superuser' }));
    const times: number[] = [];
    let turn = 0;
    await until(async () => {
      const started = performance.now();
      await db().user.count();
      const [outcome] = await lockUsers(superuser, {
        userIds: [people[turn++]!.id],
        reason: 'beside the outage',
      });
      times.push(performance.now() - started);
      expect(outcome?.outcome).toBe('done');
      const [tried] = await sql<{ n: number }>(
        'SELECT count(*)::int AS n FROM mails WHERE attempts > 0 AND last_error IS NOT NULL',
      );
      return tried!.n === 1000;
    }, 60);
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(1000);
    expect(await mailStates()).toEqual({ queued: 1000 });
    expect(inbox.messages).toEqual([]);

    // A long outage: the pauses have grown to hours. The first mail after it ends it for all.
    await until(async () => {
      await sql(`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '6 hours'
        WHERE locked_at IS NULL`);
      return (
        (await sql('SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL')).length === 0
      );
    });
    await inbox.start();
    const fresh = await makePerson();
    await notify([fresh.id]);
    await until(async () => (await mailStates()).sent === 1001, 60);
    const addresses = inbox.messages.flatMap(({ recipients }) => recipients);
    expect(addresses.sort()).toEqual([fresh, ...people].map(({ email }) => email).sort());
  },
);
