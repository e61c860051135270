import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { actorOf, makeCompany, makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { countUsers, findPeople, getPerson, listUsers, getOwnProfile } from './queries';
import { userListQuery, USER_SORTS, USER_STATUSES } from './schema';

const tag = randomUUID().slice(0, 8);
let superuser: Actor;
let admin: Actor;
let nobody: Actor;
let ours: TestPerson[];
let theirs: TestPerson;

beforeAll(async () => {
  const company = await makeCompany();
  const person = (lastName: string, options = {}) =>
    makePerson({ company, lastName: `${lastName} ${tag}`, ...options });
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
  admin = actorOf(await makePerson({ right: 'auditor', company }));
  nobody = { ...admin, right: null };
  ours = [
    await person('Ångström'),
    await person('Bérénice 100%'),
    await person('Шевченко', { locked: true }),
    await person('O_Neil', { isActive: false }),
    await person('\\Slash', { endDate: '2000-01-01' }),
  ];
  theirs = await makePerson({ lastName: `Zed ${tag}` });
});

const query = (given: object = {}) => userListQuery.parse(given);
const found = async (actor: Actor, given: object) =>
  (await listUsers(actor, query(given))).rows.map(({ id }) => id).sort();
const ids = (...people: TestPerson[]) => people.map(({ id }) => id).sort();

describe('security 33: list, count and search stay inside the scope', () => {
  it('of an administrator', async () => {
    expect(await found(admin, { q: tag })).toEqual(ids(...ours));
    expect(await countUsers(admin, query({ q: tag }))).toBe(5);
    expect((await findPeople(admin, tag)).map(({ id }) => id).sort()).toEqual(ids(...ours));
    expect(await findPeople(admin, theirs.email)).toEqual([]);
    await expect(getPerson(admin, theirs.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a superuser: everybody', async () => {
    expect(await found(superuser, { q: tag })).toEqual(ids(...ours, theirs));
    expect(await getPerson(superuser, theirs.id)).toMatchObject({ id: theirs.id });
  });

  it('of staff without right: nobody', async () => {
    expect(await found(nobody, { q: tag })).toEqual([]);
    expect(await countUsers(nobody, query())).toBe(0);
    await expect(getPerson(nobody, ours[0]!.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the search', () => {
  it.each<[string, number[]]>([
    ['ÅNGSTRÖM', [0]],
    ['ångström', [0]],
    ['100%', [1]],
    ['%', [1]],
    ['шевченко', [2]],
    ['o_n', [3]],
    ['\\slash', [4]],
    ["' OR TRUE --", []],
    [`${tag} ANN gström`, [0]],
    [`gström ${tag} nobody`, []],
  ])('finds %s as it is written', async (q, places) => {
    const here = (await found(admin, { q })).filter((id) => ours.some((one) => one.id === id));
    expect(here).toEqual(ids(...places.map((i) => ours[i]!)));
  });
});

describe('the list', () => {
  it.each(USER_STATUSES)('status %s counts as it shows', async (status) => {
    const { rows } = await listUsers(admin, query({ status, size: '100' }));
    expect(await countUsers(admin, query({ status }))).toBe(rows.length);
  });

  it('shows dates and company', async () => {
    const { rows } = await listUsers(admin, query({ q: `slash ${tag}` }));
    const [row] = rows;
    expect(row).toMatchObject({
      companyId: admin.companyId,
      startDate: null,
      endDate: '2000-01-01',
      status: 'expired',
    });
  });

  it('pages through everybody once', async () => {
    await sql(
      `WITH made AS (INSERT INTO users (email, first_name, last_name, company_id)
         SELECT gen_random_uuid() || '@example.org', 'Same', 'Name', $1 FROM generate_series(1, 30) RETURNING id)
       SELECT count(*) FROM made`,
      [admin.companyId],
    );
    await sql(
      'INSERT INTO user_access (user_id) SELECT id FROM users u WHERE NOT EXISTS (SELECT FROM user_access WHERE user_id = u.id)',
    );
    for (const sort of USER_SORTS) {
      const pages = await Promise.all(
        [1, 2, 3, 4, 5].map((page) => listUsers(admin, query({ sort, page, size: '10' }))),
      );
      const seen = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
      expect(new Set(seen).size).toBe(seen.length);
      const { rows: whole } = await listUsers(admin, query({ sort, size: '100' }));
      expect(seen).toEqual(whole.map(({ id }) => id));
      expect(seen).toHaveLength(await countUsers(admin, query()));
    }
  });
});

describe('a photo', () => {
  it('is named by its version in list, page and cabinet, and read by none of them', async () => {
    const [person] = ours;
    const [photo] = await sql<{ version: string }>(
      `INSERT INTO user_photos (user_id, content) VALUES ($1, 'canary') RETURNING version`,
      [person!.id],
    );
    const { rows } = await listUsers(admin, query({ q: tag }));
    expect(rows.filter((row) => row.photo !== null)).toMatchObject([
      { id: person!.id, photo: photo!.version },
    ]);
    expect(await getPerson(admin, person!.id)).toMatchObject({ photo: photo!.version });
    expect(await getOwnProfile(person!.id)).toMatchObject({ photo: photo!.version });
    expect(JSON.stringify(rows)).not.toContain('canary');
  });
});
