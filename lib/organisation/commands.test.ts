import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { contractRole, makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { makeDepartment } from '@/tests/structure';
import { createCompany, deleteCompany, updateCompany } from './commands';
import { companyChoices, countCompanies, getCompany, listCompanies } from './queries';
import { companyEdit, namedListQuery, newCompany } from './schema';
import { TIME_ZONES } from './time-zones';

let superuser: Actor;
let home: TestCompany;
let admin: Actor;
let auditor: Actor;

beforeAll(async () => {
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
  home = await makeCompany();
  admin = actorOf(await makePerson({ right: 'organisation_admin', company: home }));
  auditor = actorOf(await makePerson({ right: 'auditor', company: home }));
});

const stored = (id: string) =>
  sql('SELECT name, time_zone, version FROM companies WHERE id = $1', [id]);
const edit = (companyId: string, name: string, version: number, timeZone = 'UTC') => ({
  companyId,
  name,
  version,
  timeZone,
});

describe('creating a company', () => {
  it('writes it and the audit', async () => {
    const name = `Acme ${randomUUID()}`;
    const id = await createCompany(superuser, { name, timeZone: 'Europe/Kyiv' });
    expect(await stored(id)).toEqual([{ name, time_zone: 'Europe/Kyiv', version: 1 }]);
    expect(await auditOf(id)).toMatchObject([
      {
        action: 'company.created',
        actor_id: superuser.userId,
        after: { name, timeZone: 'Europe/Kyiv' },
      },
    ]);
  });

  it('refuses a name that is taken, whatever its case, even at once', async () => {
    const name = `Ärzte ${randomUUID()}`;
    const variants = [name, name.toUpperCase(), name.toLowerCase(), name, name.toUpperCase()];
    const tries = await Promise.allSettled(
      variants.map((variant) => createCompany(superuser, { name: variant, timeZone: 'UTC' })),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(4);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        code: 'invalid',
        fields: { name: expect.any(String) as string },
      });
    }
    expect(await sql('SELECT 1 FROM companies WHERE lower(name) = lower($1)', [name])).toHaveLength(
      1,
    );
  });

  it.each([
    ['an organisation admin', () => admin],
    ['an auditor', () => auditor],
  ])('is not for %s', async (_, who) => {
    const name = `Acme ${randomUUID()}`;
    await expect(createCompany(who(), { name, timeZone: 'UTC' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await sql('SELECT 1 FROM companies WHERE name = $1', [name])).toEqual([]);
  });

  it('every time zone of the form is known to the database', async () => {
    const rows = await sql<{ zone: string }>(
      `SELECT zone FROM unnest($1::text[]) AS z (zone)
       WHERE NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = zone)`,
      [TIME_ZONES],
    );
    expect(rows).toEqual([]);
  });

  it('tells when the database does not know the time zone', async () => {
    const zone = { name: `Acme ${randomUUID()}`, timeZone: 'Mars/Olympus_Mons' };
    const refusal = { code: 'invalid', fields: { timeZone: expect.any(String) as string } };
    await expect(createCompany(superuser, zone)).rejects.toMatchObject(refusal);
    const { id } = await makeCompany();
    await expect(
      updateCompany(superuser, edit(id, zone.name, 1, zone.timeZone)),
    ).rejects.toMatchObject(refusal);
  });
});

describe('editing a company', () => {
  it('writes what changed, and counts it', async () => {
    const { id, name } = await makeCompany();
    await updateCompany(superuser, edit(id, `${name} Ltd`, 1, 'Asia/Tokyo'));
    expect(await stored(id)).toEqual([
      { name: `${name} Ltd`, time_zone: 'Asia/Tokyo', version: 2 },
    ]);
    expect(await auditOf(id)).toMatchObject([
      {
        action: 'company.updated',
        before: { name, timeZone: 'UTC' },
        after: { name: `${name} Ltd`, timeZone: 'Asia/Tokyo' },
      },
    ]);
  });

  it('security 62: a stale edit is a conflict that tells what is there now', async () => {
    const { id, name } = await makeCompany();
    await updateCompany(superuser, edit(id, `${name} first`, 1));
    await expect(updateCompany(superuser, edit(id, `${name} second`, 1))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`${name} first`) as string,
    });
    expect(await stored(id)).toMatchObject([{ name: `${name} first`, version: 2 }]);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('security 62: also one that waited for another to commit', async () => {
    const { id, name } = await makeCompany();
    const other = `UPDATE companies SET name = name || ' theirs', version = version + 1 WHERE id = $1`;
    const attempt = inOpenTransaction(other, [id], async (commit) => {
      const pending = updateCompany(superuser, edit(id, `${name} ours`, 1)).catch(
        (error: unknown) => error,
      );
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(await attempt).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`${name} theirs`) as string,
    });
    expect(await stored(id)).toMatchObject([{ name: `${name} theirs`, version: 2 }]);
  });

  it('security 62: of 20 at once one is done', async () => {
    const { id, name } = await makeCompany();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => updateCompany(superuser, edit(id, `${name} ${i}`, 1))),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(19);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'conflict' });
    expect(await stored(id)).toMatchObject([{ version: 2 }]);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('refuses the name of another company', async () => {
    const [one, other] = [await makeCompany(), await makeCompany()];
    await expect(
      updateCompany(superuser, edit(one.id, other.name.toUpperCase(), 1)),
    ).rejects.toMatchObject({ code: 'invalid', fields: { name: expect.any(String) as string } });
    await updateCompany(superuser, edit(one.id, one.name.toUpperCase(), 1));
  });

  it('is done to their own by an organisation admin, and not by an auditor', async () => {
    await expect(updateCompany(auditor, edit(home.id, 'Mine', 1))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await updateCompany(admin, edit(home.id, home.name, 1, 'Europe/Paris'));
    expect(await stored(home.id)).toEqual([
      { name: home.name, time_zone: 'Europe/Paris', version: 2 },
    ]);
  });

  it('security 33: outside the scope it is not there', async () => {
    const { id, name } = await makeCompany();
    await expect(updateCompany(admin, edit(id, 'Mine', 1))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(updateCompany(superuser, edit(randomUUID(), 'x', 1))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await stored(id)).toMatchObject([{ name, version: 1 }]);
  });
});

describe('security 33: reading companies', () => {
  it('shows an administrator their own alone', async () => {
    const { id } = await makeCompany();
    const all = namedListQuery.parse({ size: 100 });
    const named = namedListQuery.parse({ q: 'company' });
    for (const query of [all, named]) {
      expect((await listCompanies(admin, query)).map((company) => company.id)).toEqual([home.id]);
      expect(await countCompanies(admin, query)).toBe(1);
      expect(await countCompanies(superuser, query)).toBeGreaterThan(1);
    }
    expect(await companyChoices(admin, { chosen: id })).toEqual([{ id: home.id, name: home.name }]);
    await expect(getCompany(admin, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await getCompany(superuser, id)).toMatchObject({ id });
  });
});

describe('thousands of companies', () => {
  it('are found by a part of their name, in pages, and to choose from', async () => {
    const mark = randomUUID();
    await sql(
      `INSERT INTO companies (name, time_zone)
       SELECT $1 || ' 100% ' || lpad(i::text, 4, '0'), 'UTC' FROM generate_series(1, 1200) AS i`,
      [`Crowd ${mark}`],
    );
    const query = namedListQuery.parse({ q: mark.toUpperCase(), page: '13', size: '100' });
    expect(await countCompanies(superuser, query)).toBe(1200);
    expect(await listCompanies(superuser, query)).toEqual([]);
    const last = await listCompanies(superuser, { ...query, page: 12 });
    expect(last.at(-1)?.name).toBe(`Crowd ${mark} 100% 1200`);
    expect(await countCompanies(superuser, { ...query, q: `${mark} 100%` })).toBe(1200);
    expect(await countCompanies(superuser, { ...query, q: `${mark} 100_` })).toBe(0);
    const chosen = last.at(-1)?.id ?? '';
    const choices = await companyChoices(superuser, { q: mark, chosen });
    expect(choices).toHaveLength(51);
    expect(choices.at(-1)?.id).toBe(chosen);
  });

  it.each<object>([
    { page: '0' },
    { page: '1e9' },
    { size: '7' },
    { q: 'x'.repeat(10_000) },
    { a: '' },
  ])('are not asked for with %j', (query) =>
    expect(namedListQuery.safeParse(query).success).toBe(false),
  );
});

describe('deleting a company', () => {
  it('is done when nothing is in it, with the audit', async () => {
    const { id, name } = await makeCompany();
    await deleteCompany(superuser, { companyId: id, name });
    expect(await stored(id)).toEqual([]);
    expect(await auditOf(id)).toMatchObject([{ action: 'company.deleted', before: { name } }]);
  });

  it('is refused when it is not empty, with what is in it', async () => {
    const company = await makeCompany();
    await makePerson({ company });
    await makeDepartment(company);
    await makeContract(company);
    await contractRole(company.id);
    await expect(
      deleteCompany(superuser, { companyId: company.id, name: company.name }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(
        '1 person, 1 department, 1 contract, 1 contract role',
      ) as string,
    });
    expect(await stored(company.id)).toHaveLength(1);
  });

  it('is refused when it was renamed, and to whoever is no superuser', async () => {
    const { id, name } = await makeCompany();
    await expect(
      deleteCompany(superuser, { companyId: id, name: 'Another' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      deleteCompany(admin, { companyId: home.id, name: home.name }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect([await stored(id), await stored(home.id)].flat()).toMatchObject([{ name }, {}]);
  });
});

describe('security 36: the forms', () => {
  const FORM = { name: ' Acme  Ltd ', timeZone: 'UTC' };
  it('are taken as they are', () => {
    expect(newCompany.parse(FORM)).toEqual({ name: 'Acme Ltd', timeZone: 'UTC' });
  });

  it.each<object>([
    { version: '1' },
    { name: '' },
    { name: 'x'.repeat(201) },
    { timeZone: 'Mars/Olympus_Mons' },
    { timeZone: "UTC'; DROP TABLE users" },
    { timeZone: '+02' },
    { name: ['a'] },
  ])('are refused with %j', (change) => {
    expect(newCompany.safeParse({ ...FORM, ...change }).success).toBe(false);
  });

  it.each<object>([{ version: '0' }, { version: 'x' }, { companyId: '1' }, { id: 'x' }])(
    'of an edit are refused with %j',
    (change) => {
      const whole = { ...FORM, companyId: randomUUID(), version: '1' };
      expect(companyEdit.safeParse(whole).success).toBe(true);
      expect(companyEdit.safeParse({ ...whole, ...change }).success).toBe(false);
    },
  );
});
