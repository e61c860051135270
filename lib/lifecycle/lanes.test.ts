import { expect, it } from 'vitest';
import { pool, transaction } from '@/lib/core/db';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { accessOf } from '@/tests/state';
import { lockUsers } from './commands';

/** Runs `work` while mass changes hold every connection that there is for them. */
async function whileAllAreTaken<T>(work: () => Promise<T>): Promise<T> {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const begun: Promise<void>[] = [];
  const hold = () => {
    let begin = () => {};
    begun.push(new Promise((resolve) => (begin = resolve)));
    return transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 AS one`;
      begin();
      await ended;
    }, 'sets');
  };
  const held = Array.from({ length: pool('sets').options.max }, hold);
  try {
    await Promise.all(begun);
    return await work();
  } finally {
    end();
    await Promise.all(held);
  }
}

it('security 8: people are put out at once, whatever mass changes are under way', async () => {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
  const { id } = await makePerson({ company });
  const outcomes = await whileAllAreTaken(() =>
    lockUsers(admin, { userIds: [id], reason: 'breach' }),
  );
  expect(outcomes).toEqual([{ userId: id, outcome: 'done' }]);
  expect((await accessOf(id)).locked_at).not.toBeNull();
});
