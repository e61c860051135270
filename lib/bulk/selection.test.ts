import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { freezeSelection } from './commands';
import { selection, type Selection } from './schema';

const frozen = async (listId: string) =>
  (await sql<{ user_id: string }>('SELECT user_id FROM frozen_people WHERE list_id = $1', [listId]))
    .map((row) => row.user_id)
    .sort();

const lists = async () =>
  (await sql<{ n: number }>('SELECT count(*)::int AS n FROM frozen_lists'))[0]!.n;

const chosen = (given: Partial<Selection>): Selection => ({ question: '', ...given });

async function cast() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'user_admin', firstName: 'Zoe' }));
  const [one, two] = [await makePerson({ company }), await makePerson({ company, locked: true })];
  const stranger = await makePerson();
  return { admin, one, two, stranger };
}

describe('a selection is frozen', () => {
  it('of those ticked', async () => {
    const { admin, one, two } = await cast();
    const userIds = [two.id, one.id, one.id];
    expect(await frozen(await freezeSelection(admin, chosen({ userIds })))).toEqual(
      [one.id, two.id].sort(),
    );
  });

  it('of all results: everybody who matches, as they match now', async () => {
    const { admin, one, two } = await cast();
    const all = { all: 'true', question: 'status=locked&sort=-name&page=3' } as const;
    const listId = await freezeSelection(admin, chosen(all));
    await sql("UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1", [
      one.id,
    ]);
    expect(await frozen(listId)).toEqual([two.id]);
    const [list] = await sql('SELECT size, question FROM frozen_lists WHERE id = $1', [listId]);
    expect(list).toEqual({ size: 1, question: all.question });
  });

  it('security 38: all results are those of the scope, whatever the question', async () => {
    const { admin, one, two, stranger } = await cast();
    for (const question of ['', `company=${stranger.companyId}`]) {
      const attempt = freezeSelection(admin, chosen({ all: 'true', question }));
      if (question === '') {
        expect(await frozen(await attempt)).toEqual([admin.userId, one.id, two.id].sort());
      } else await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  it('security 38: an empty list never means all', async () => {
    const { admin } = await cast();
    const before = await lists();
    for (const userIds of [[], undefined]) {
      const attempt = freezeSelection(admin, { question: '', ...(userIds ? { userIds } : {}) });
      await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(await lists()).toBe(before);
  });

  it('security 33: ids of another company or of nobody are refused whole', async () => {
    const { admin, one, stranger } = await cast();
    const before = await lists();
    for (const id of [stranger.id, randomUUID()]) {
      const attempt = freezeSelection(admin, chosen({ userIds: [one.id, id] }));
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await lists()).toBe(before);
  });

  it.each(['status=nonsense', 'q=a&q=b', 'page=1e9', `q=${'x'.repeat(3000)}`, 'isStaff=true'])(
    'security 37: a question that cannot be read is refused: %.20s',
    async (question) => {
      const { admin } = await cast();
      const attempt = freezeSelection(admin, chosen({ all: 'true', question }));
      await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    },
  );

  it('is not for an auditor', async () => {
    const auditor = actorOf(await makePerson({ right: 'auditor' }));
    const attempt = freezeSelection(auditor, chosen({ all: 'true' }));
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each<[string, unknown]>([
    ['ids that are none', { userIds: ['*'] }],
    ['an operator', { userIds: { not: randomUUID() } }],
    ['all in another word', { all: 'yes' }],
    ['another change', { change: 'delete' }],
    ['an unknown field', { companyId: randomUUID() }],
    ['a question of 10,000 characters', { all: 'true', question: 'q='.padEnd(10_000, 'x') }],
  ])('security 36, 37: %s is no selection', (_, given) => {
    expect(selection.safeParse(given).success).toBe(false);
  });
});
