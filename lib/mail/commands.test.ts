import { beforeEach, describe, expect, it } from 'vitest';
import { mailsOf, notify } from '@/tests/mails';
import {
  actorOf,
  makeCompany,
  makePerson,
  type TestCompany,
  type TestPerson,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { retryMails } from './commands';

async function failed(company: TestCompany): Promise<TestPerson & { mailId: string }> {
  const person = await makePerson({ company });
  await notify([person.id]);
  await sql(
    `UPDATE mails SET state = 'failed', attempts = 22, last_error = 'No' WHERE user_id = $1`,
    [person.id],
  );
  const mailId = (await mailsOf(person.id))[0]!.id;
  await sql('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [`mail:${mailId}`]);
  return { ...person, mailId };
}

const stateOf = async (person: TestPerson) => (await mailsOf(person.id))[0]!.state;
const jobOf = (mailId: string) =>
  sql('SELECT attempts, max_attempts FROM graphile_worker.jobs WHERE key = $1', [`mail:${mailId}`]);

let company: TestCompany;
let elsewhere: TestCompany;
let admin: TestPerson;

beforeEach(async () => {
  company = await makeCompany();
  elsewhere = await makeCompany();
  admin = await makePerson({ company, right: 'user_admin' });
});

describe('retrying a failed mail', () => {
  it('queues it with all its attempts, in the audit with who and to whom', async () => {
    const person = await failed(company);
    expect(await retryMails(actorOf(admin), { mailId: person.mailId })).toBe(1);
    expect(await stateOf(person)).toBe('queued');
    expect(await jobOf(person.mailId)).toEqual([{ attempts: 0, max_attempts: 22 }]);
    expect(await auditOf(person.id)).toMatchObject([
      {
        action: 'mail.retried',
        actor_id: admin.id,
        company_id: company.id,
        after: { mailId: person.mailId, template: 'security-notice', email: person.email },
      },
    ]);
  });

  it('twice at once queues it once', async () => {
    const person = await failed(company);
    const tries = [1, 2, 3, 4].map(() => retryMails(actorOf(admin), { mailId: person.mailId }));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await jobOf(person.mailId)).toHaveLength(1);
    expect(await auditOf(person.id)).toHaveLength(1);
  });

  it.each(['queued', 'sent', 'dropped'])('leaves one that is %s alone', async (state) => {
    const person = await failed(company);
    await sql('UPDATE mails SET state = $2::mail_state WHERE id = $1', [person.mailId, state]);
    const retried = retryMails(actorOf(admin), { mailId: person.mailId });
    await expect(retried).rejects.toMatchObject({ code: 'conflict' });
    expect(await jobOf(person.mailId)).toEqual([]);
  });

  it('all takes those of the own scope that match the search, and no other', async () => {
    const [mine, other, foreign] = [
      await failed(company),
      await failed(company),
      await failed(elsewhere),
    ];
    expect(await retryMails(actorOf(admin), { q: mine.email })).toBe(1);
    expect([await stateOf(mine), await stateOf(other)]).toEqual(['queued', 'failed']);
    expect(await retryMails(actorOf(admin), { q: '' })).toBe(1);
    expect(await stateOf(other)).toBe('queued');
    expect(await stateOf(foreign)).toBe('failed');
    expect(await retryMails(actorOf(admin), { q: '' })).toBe(0);
  });

  it('security 33: is 404 outside the scope, and does nothing', async () => {
    const person = await failed(elsewhere);
    const retried = retryMails(actorOf(admin), { mailId: person.mailId });
    await expect(retried).rejects.toMatchObject({ code: 'not_found' });
    expect(await stateOf(person)).toBe('failed');
    expect(await jobOf(person.mailId)).toEqual([]);
  });

  it.each(['auditor', null] as const)('is refused to the right %s', async (right) => {
    const person = await failed(company);
    const weak = actorOf(await makePerson({ company, right }));
    await expect(retryMails(weak, { mailId: person.mailId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(retryMails(weak, { q: '' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await stateOf(person)).toBe('failed');
  });

  it('is refused to an administrator who was locked meanwhile', async () => {
    const person = await failed(company);
    await sql(`UPDATE user_access SET locked_at = now(), lock_reason = 'test' WHERE user_id = $1`, [
      admin.id,
    ]);
    await expect(retryMails(actorOf(admin), { mailId: person.mailId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await stateOf(person)).toBe('failed');
  });
});
