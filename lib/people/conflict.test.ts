import { beforeAll, describe, expect, it } from 'vitest';
import type { Conflict } from '@/lib/core/action-state';
import type { Actor } from '@/lib/core/actor';
import { AppError } from '@/lib/core/errors';
import { setDatesOf } from '@/lib/lifecycle/commands';
import { openEdit } from '@/tests/person-edit';
import { actorOf, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { makeStructure, type TestStructure } from '@/tests/one-of-everything';
import { updateUser } from './commands';
import type { PersonEdit } from './schema';

let house: TestStructure;
let one: Actor;
let other: Actor;
beforeAll(async () => {
  house = await makeStructure();
  one = actorOf(await makePerson({ right: 'organisation_admin', company: house.company }));
  other = actorOf(await makePerson({ right: 'user_admin', company: house.company }));
});

const member = async () => (await makePerson({ company: house.company })).id;
const personOf = async (userId: string) =>
  (
    await sql(
      `SELECT u.first_name, u.colour, a.end_date::text FROM users u
       JOIN user_access a ON a.user_id = u.id WHERE u.id = $1`,
      [userId],
    )
  )[0];

async function conflictOf(actor: Actor, input: PersonEdit): Promise<Conflict> {
  const error = await updateUser(actor, input).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  const { code, versions } = error as AppError;
  expect(code).toBe('conflict');
  if (!versions) throw new Error('without both versions');
  return versions;
}

describe('security 62: two editors of one person', () => {
  it('the later is told both versions, writes nothing, and may save over it knowingly', async () => {
    const id = await member();
    const [mine, theirs] = [await openEdit(id), await openEdit(id)];
    await updateUser(other, theirs({ firstName: 'Theirs', colour: '#111111' }));
    const change = { firstName: 'Mine', endDate: '2099-01-01', withRights: false };
    const { seen, fields } = await conflictOf(one, mine(change));
    expect(fields).toEqual([
      { name: 'firstName', label: 'First name', mine: 'Mine', theirs: 'Theirs', take: false },
      { name: 'colour', label: 'Colour', mine: '—', theirs: '#111111', take: true },
    ]);
    expect(await personOf(id)).toEqual({
      first_name: 'Theirs',
      colour: '#111111',
      end_date: null,
    });
    await updateUser(one, mine({ ...change, seen, take: ['colour'] }));
    expect(await personOf(id)).toEqual({
      first_name: 'Mine',
      colour: '#111111',
      end_date: '2099-01-01',
    });
  });

  it('a third save in between is told again', async () => {
    const id = await member();
    const [mine, theirs] = [await openEdit(id), await openEdit(id)];
    await updateUser(other, theirs({ firstName: 'Theirs' }));
    const { seen } = await conflictOf(one, mine({ firstName: 'Mine' }));
    await updateUser(other, (await openEdit(id))({ firstName: 'Later' }));
    const { fields } = await conflictOf(one, mine({ firstName: 'Mine', seen }));
    expect(fields).toMatchObject([{ mine: 'Mine', theirs: 'Later' }]);
  });

  it('a mass change of dates meanwhile is not undone by a form that did not touch them', async () => {
    const id = await member();
    const mine = await openEdit(id);
    await setDatesOf(other, { userIds: [id], endDate: '2098-12-31' });
    const { fields } = await conflictOf(one, mine({ firstName: 'Mine' }));
    expect(fields).toMatchObject([{ name: 'endDate', theirs: '2098-12-31', take: true }]);
    expect(await personOf(id)).toMatchObject({ end_date: '2098-12-31' });
  });

  it('who both made the same change, or other ones before, is told nothing', async () => {
    const id = await member();
    const [mine, theirs] = [await openEdit(id), await openEdit(id)];
    await updateUser(other, theirs({ firstName: 'Same' }));
    await updateUser(one, mine({ firstName: 'Same', colour: '#222222' }));
    expect(await personOf(id)).toMatchObject({ first_name: 'Same', colour: '#222222' });
  });

  it('names roles and groups, and none of another company', async () => {
    const id = await member();
    const elsewhere = await makeStructure();
    const [mine, theirs] = [await openEdit(id), await openEdit(id)];
    await updateUser(other, theirs({ roleIds: [house.role] }));
    const { fields } = await conflictOf(one, mine({ roleIds: [elsewhere.role] }));
    const [{ name }] = (await sql<{ name: string }>(
      'SELECT name FROM platform_roles WHERE id = $1',
      [house.role],
    )) as [{ name: string }];
    expect(fields).toMatchObject([{ name: 'roleIds', mine: elsewhere.role, theirs: name }]);
  });

  it('of 20 who save at once one does', async () => {
    const id = await member();
    const form = await openEdit(id);
    const saves = Array.from({ length: 20 }, (_, i) =>
      updateUser(one, form({ firstName: `Number ${i}` })),
    );
    const results = await Promise.allSettled(saves);
    const done = results.flatMap(({ status }, i) => (status === 'fulfilled' ? [i] : []));
    expect(done).toHaveLength(1);
    expect(await personOf(id)).toMatchObject({ first_name: `Number ${done[0]}` });
  });
});
