import { expect, it } from 'vitest';
import { assign, makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf } from '@/tests/state';
import { executeRun, freezeKeyPersons, freezeSelection, previewRun } from './commands';
import { getRun, listPeople, summaryOf } from './queries';
import { runQuery, selection } from './schema';

/** Three people, the first two of whom are key persons, and a preview of deactivating all. */
async function house() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right: 'user_admin', company }));
  const [approver, manager, plain] = [
    await makePerson({ company, lastName: 'Approver' }),
    await makePerson({ company, lastName: 'Manager' }),
    await makePerson({ company, lastName: 'Plain' }),
  ];
  await assign(await makeContract(company), approver, { approver: true });
  await assign(await makeContract(company), manager, { namedManager: true });
  const listId = await freezeSelection(
    admin,
    selection.parse({ userIds: [approver.id, manager.id, plain.id] }),
  );
  const runId = await previewRun(admin, { listId, field: 'active', value: 'deactivate' });
  return { company, admin, approver, manager, plain, runId };
}

it('security 61: preview, run and result name the key persons; the rest is deactivated', async () => {
  const { admin, approver, manager, plain, runId } = await house();
  const named = async () => {
    const people = await listPeople(
      admin,
      await getRun(admin, runId),
      runQuery.parse({ outcome: 'key-person' }),
    );
    return people.map(({ name }) => name);
  };
  expect(await summaryOf(await getRun(admin, runId))).toEqual({ done: 1, 'key-person': 2 });
  expect(await named()).toEqual(['Ann Approver', 'Ann Manager']);
  await executeRun(admin, { runId, count: null });
  expect(await summaryOf(await getRun(admin, runId))).toEqual({ done: 1, 'key-person': 2 });
  expect(await named()).toEqual(['Ann Approver', 'Ann Manager']);
  expect(await accessOf(plain.id)).toMatchObject({ is_active: false });
  for (const { id } of [approver, manager]) {
    expect(await accessOf(id)).toMatchObject({ is_active: true });
  }
});

it('who became a key person after the preview is left out by the run', async () => {
  const { company, admin, plain, runId } = await house();
  await assign(await makeContract(company), plain, { approver: true });
  await executeRun(admin, { runId, count: null });
  expect(await summaryOf(await getRun(admin, runId))).toEqual({ done: 0, 'key-person': 3 });
  expect(await accessOf(plain.id)).toMatchObject({ is_active: true });
});

it('the key persons of one’s own run become a list, to be locked instead', async () => {
  const { admin, approver, manager, runId } = await house();
  const listId = await freezeKeyPersons(admin, runId);
  const people = await sql<{ user_id: string }>(
    'SELECT user_id FROM frozen_people WHERE list_id = $1',
    [listId],
  );
  expect(people.map(({ user_id }) => user_id).sort()).toEqual([approver.id, manager.id].sort());
  const lock = { listId, field: 'locked', value: 'lock', reason: 'left' } as const;
  await executeRun(admin, { runId: await previewRun(admin, lock), count: null });
  expect(await accessOf(approver.id)).toMatchObject({ is_active: true, lock_reason: 'left' });
});

it('security 33: nobody else’s run, and nobody outside the scope', async () => {
  const { company, admin, approver, manager, runId } = await house();
  const other = actorOf(await makePerson({ right: 'user_admin', company }));
  await expect(freezeKeyPersons(other, runId)).rejects.toMatchObject({ code: 'not_found' });
  const elsewhere = await makeCompany();
  await sql('UPDATE users SET company_id = $2 WHERE id = ANY ($1)', [
    [approver.id, manager.id],
    elsewhere.id,
  ]);
  await expect(freezeKeyPersons(admin, runId)).rejects.toMatchObject({ code: 'conflict' });
});
