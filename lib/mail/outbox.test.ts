import { describe, expect, it } from 'vitest';
import { Prisma, transaction } from '@/lib/core/db';
import { mailsOf, manyPeople, notify } from '@/tests/mails';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { mailTo } from './outbox';

const jobs = () =>
  sql<{ key: string }>('SELECT key FROM graphile_worker.jobs').then((all) =>
    all.map(({ key }) => key),
  );

describe('the outbox', () => {
  it('takes a mail and its job with the change that causes them', async () => {
    const person = await makePerson();
    await notify([person.id]);
    const mails = await mailsOf(person.id);
    expect(mails).toMatchObject([{ state: 'queued', attempts: 0 }]);
    expect(await jobs()).toContain(`mail:${mails[0]!.id}`);
  });

  it('keeps nothing of a change that was rolled back', async () => {
    const person = await makePerson();
    const before = await jobs();
    const lost = transaction(async (tx) => {
      await mailTo(tx, 'security-notice', Prisma.sql`SELECT ${person.id}::uuid`);
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    expect(await mailsOf(person.id)).toEqual([]);
    expect(await jobs()).toEqual(before);
  });

  it('takes a thousand at once', async () => {
    const people = await manyPeople(1000);
    expect(await notify(people.map(({ id }) => id))).toBe(1000);
  });
});
