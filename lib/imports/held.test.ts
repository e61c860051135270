import { expect, it } from 'vitest';
import { lockUsers } from '@/lib/lifecycle/commands';
import { inOpenTransaction } from '@/tests/connections';
import { check, run, upload } from '@/tests/imports';
import { actorOf, makeCompany, makePerson } from '@/tests/people';

it('security 64: while an import is held, whoever asks for it is told, and nobody else waits', async () => {
  const company = await makeCompany();
  const actor = actorOf(await makePerson({ company, right: 'user_admin' }));
  const { id: userId } = await makePerson({ company });
  const importId = await upload(actor, 'First name,Last name,E-mail\nAnn,Lee,ann@held.example');
  const counts = await check(actor, importId, { companyId: company.id });
  const hold = 'SELECT 1 FROM imports WHERE id = $1 FOR UPDATE';
  await inOpenTransaction(hold, [importId], async () => {
    const asked = Promise.allSettled([
      ...Array.from({ length: 10 }, () => check(actor, importId, { companyId: company.id })),
      run(actor, importId, counts),
    ]);
    const outcomes = await lockUsers(actor, { userIds: [userId], reason: 'breach' });
    expect(outcomes).toEqual([{ userId, outcome: 'done' }]);
    for (const answer of await asked) {
      expect(answer).toMatchObject({
        reason: { code: 'conflict', message: expect.stringContaining('just now') as string },
      });
    }
  });
  expect(await run(actor, importId, counts)).toBe(1);
});
