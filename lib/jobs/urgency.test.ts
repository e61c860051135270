import { expect, it } from 'vitest';
import { sendPasswordReset } from '@/lib/lifecycle/commands';
import { requestReset } from '@/lib/passwords/request-reset';
import { giveAnswers } from '@/tests/answers';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';

it('who asked and waits comes before a mass of invitations', async () => {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
  const crowd = await Promise.all(Array.from({ length: 5 }, () => makePerson({ company })));
  await sendPasswordReset(admin, { userIds: crowd.map(({ id }) => id) });
  const ann = await makePerson({ company });
  await requestReset(
    { email: ann.email },
    { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' },
  );
  const next = () =>
    sql<{ task: string; mail: string }>(
      `SELECT task_identifier AS task, j.key AS mail FROM graphile_worker.jobs j
       ORDER BY priority, run_at, id LIMIT 1`,
    );
  expect(await next()).toMatchObject([{ task: 'answer-reset' }]);
  await giveAnswers();
  const [mail] = await sql<{ id: string }>('SELECT id FROM mails WHERE user_id = $1', [ann.id]);
  expect(await next()).toEqual([{ task: 'send-mail', mail: `mail:${mail!.id}` }]);
});
