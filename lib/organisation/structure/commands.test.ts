import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { assign, contractRole, makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { makeDepartment, makeGroup, makePosition, makeRole } from '@/tests/structure';
import { namedListQuery, newPart, partRename, PART_KINDS, type PartKind } from '../schema';
import { createPart, deleteUnused, renamePart } from './commands';
import { PARTS } from './parts';
import { countParts, getPart, listParts } from './queries';

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

const TABLES: Record<PartKind, string> = {
  department: 'departments',
  position: 'positions',
  role: 'platform_roles',
  group: 'access_groups',
  'contract-role': 'contract_roles',
};
const nameOf = async (kind: PartKind, id: string) =>
  (await sql<{ name: string }>(`SELECT name FROM ${TABLES[kind]} WHERE id = $1`, [id]))[0]?.name;

const makers: Record<PartKind, (company: TestCompany) => Promise<string>> = {
  department: (company) => makeDepartment(company),
  position: async (company) => makePosition(await makeDepartment(company)),
  role: (company) => makeRole(company),
  group: (company) => makeGroup(company),
  'contract-role': ({ id }) => contractRole(id, `Role ${randomUUID()}`),
};
const parentIn: Record<PartKind, (company: TestCompany) => Promise<string>> = {
  department: async ({ id }) => id,
  position: (company) => makeDepartment(company),
  role: async ({ id }) => id,
  group: async ({ id }) => id,
  'contract-role': async ({ id }) => id,
};

describe.each(PART_KINDS)('a %s', (kind) => {
  it('is created by the administrator of its company, with the audit', async () => {
    const name = `New ${randomUUID()}`;
    const id = await createPart(admin, { kind, parentId: await parentIn[kind](home), name });
    expect(await nameOf(kind, id)).toBe(name);
    expect(await auditOf(id)).toMatchObject([
      { action: `${kind}.created`, actor_id: admin.userId, company_id: home.id, after: { name } },
    ]);
  });

  it('has a name of its own, whatever the case, even at once', async () => {
    const [name, parentId] = [`Äther ${randomUUID()}`, await parentIn[kind](home)];
    const tries = await Promise.allSettled(
      [name, name.toUpperCase(), name.toLowerCase(), name].map((variant) =>
        createPart(admin, { kind, parentId, name: variant }),
      ),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ fields: { name: expect.any(String) as string } });
    }
  });

  it('security 62: is renamed from the name the editor saw, and else told what it is now', async () => {
    const id = await makers[kind](home);
    const from = (await nameOf(kind, id)) ?? '';
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) =>
        renamePart(admin, { kind, id, from, name: `${from} ${i}` }),
      ),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(4);
    const now = (await nameOf(kind, id)) ?? '';
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(new RegExp(`“${from}”.*“${now}”`)) as string,
      });
    }
    expect(await auditOf(id)).toMatchObject([
      { action: `${kind}.renamed`, before: { name: from }, after: { name: now } },
    ]);
  });

  it('security 33: is not there outside the scope', async () => {
    const other = await makeCompany();
    const id = await makers[kind](other);
    const from = (await nameOf(kind, id)) ?? '';
    const missing = { code: 'not_found' };
    const parentId = await parentIn[kind](other);
    await expect(createPart(admin, { kind, parentId, name: 'Mine' })).rejects.toMatchObject(
      missing,
    );
    await expect(renamePart(admin, { kind, id, from, name: 'Mine' })).rejects.toMatchObject(
      missing,
    );
    expect(await nameOf(kind, id)).toBe(from);
    await expect(
      createPart(superuser, { kind, parentId: randomUUID(), name: 'Nowhere' }),
    ).rejects.toMatchObject(missing);
  });

  it('security 35: is not changed by who may only read', async () => {
    const id = await makers[kind](home);
    const from = (await nameOf(kind, id)) ?? '';
    const forbidden = { code: 'forbidden' };
    const parentId = await parentIn[kind](home);
    await expect(createPart(auditor, { kind, parentId, name: 'X' })).rejects.toMatchObject(
      forbidden,
    );
    await expect(renamePart(auditor, { kind, id, from, name: 'X' })).rejects.toMatchObject(
      forbidden,
    );
    expect(await nameOf(kind, id)).toBe(from);
  });

  it('security 36: takes no other fields', () => {
    const whole = { kind, parentId: home.id, name: 'X' };
    expect(newPart.safeParse(whole).success).toBe(true);
    expect(newPart.safeParse({ ...whole, companyId: home.id }).success).toBe(false);
    expect(partRename.safeParse({ kind, id: home.id, from: 'X', name: 'Y', x: '' }).success).toBe(
      false,
    );
    expect(Object.keys(PARTS)).toContain(kind);
  });
});

describe('other groups', () => {
  it('are made and renamed by superusers alone', async () => {
    const input = { kind: 'group', parentId: null, name: `Other ${randomUUID()}` } as const;
    await expect(createPart(admin, input)).rejects.toMatchObject({ code: 'forbidden' });
    const id = await createPart(superuser, input);
    const rename = { kind: 'group', id, from: input.name, name: `${input.name} 2` } as const;
    await expect(renamePart(admin, rename)).rejects.toMatchObject({ code: 'forbidden' });
    await renamePart(superuser, rename);
    expect(await nameOf('group', id)).toBe(rename.name);
  });
});

const inPlace = (departmentId: string, positionId: string | null = null) =>
  makePerson({ company: home }).then(({ id }) =>
    sql('UPDATE users SET department_id = $2, position_id = $3 WHERE id = $1', [
      id,
      departmentId,
      positionId,
    ]),
  );

describe('deleting a department or position', () => {
  it('takes the positions below with it, and says which', async () => {
    const id = await makeDepartment(home);
    await makePosition(id, 'B');
    await makePosition(id, 'A');
    await deleteUnused(admin, { kind: 'department', id, positions: 2 });
    expect(await nameOf('department', id)).toBeUndefined();
    expect(await auditOf(id)).toMatchObject([
      { action: 'department.deleted', before: { positions: ['A', 'B'] } },
    ]);
  });

  it('is refused while people are in it, with their number', async () => {
    const id = await makeDepartment(home);
    const position = await makePosition(id);
    await inPlace(id, position);
    await inPlace(id);
    await expect(
      deleteUnused(admin, { kind: 'department', id, positions: 1 }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('2 people') as string,
    });
    await expect(
      deleteUnused(admin, { kind: 'position', id: position, positions: 0 }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('1 person') as string,
    });
    expect(await nameOf('position', position)).toBeDefined();
  });

  it('is refused when it has other positions than were shown', async () => {
    const id = await makeDepartment(home);
    const position = await makePosition(id);
    await expect(
      deleteUnused(admin, { kind: 'department', id, positions: 0 }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await nameOf('position', position)).toBeDefined();
  });

  it('waits for somebody who is just joining it, and is then refused', async () => {
    const id = await makeDepartment(home);
    const person = await makePerson({ company: home });
    const outcome = inOpenTransaction(
      'UPDATE users SET department_id = $2 WHERE id = $1',
      [person.id, id],
      async (commit) => {
        const pending = deleteUnused(admin, { kind: 'department', id, positions: 0 }).catch(
          (error: unknown) => error,
        );
        await untilSomebodyWaits();
        await commit();
        return pending;
      },
    );
    expect(await outcome).toMatchObject({ code: 'conflict' });
    expect(await nameOf('department', id)).toBeDefined();
  });

  it('security 33: is not done outside the scope', async () => {
    const id = await makeDepartment(await makeCompany());
    await expect(
      deleteUnused(admin, { kind: 'department', id, positions: 0 }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await nameOf('department', id)).toBeDefined();
  });
});

describe('deleting a contract role', () => {
  const makeUse = async (isActive: boolean) => {
    const [contract, role] = [await makeContract(home), `Role ${randomUUID()}`];
    await assign(contract, await makePerson({ company: home }), { role, isActive });
    return contractRole(home.id, role);
  };
  const remove = (actor: Actor, id: string) =>
    deleteUnused(actor, { kind: 'contract-role', id, positions: 0 });

  it('goes, once nobody has it, with the audit', async () => {
    const id = await contractRole(home.id, `Role ${randomUUID()}`);
    const name = await nameOf('contract-role', id);
    expect(await remove(admin, id)).toEqual({ companyId: home.id, departmentId: null });
    expect(await nameOf('contract-role', id)).toBeUndefined();
    expect(await auditOf(id)).toMatchObject([
      { action: 'contract-role.deleted', company_id: home.id, before: { name } },
    ]);
  });

  it.each([true, false])('is refused while an assignment has it, active: %s', async (isActive) => {
    const id = await makeUse(isActive);
    await expect(remove(admin, id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('1 assignment on contracts has it') as string,
    });
    expect(await nameOf('contract-role', id)).toBeDefined();
  });

  it('security 33, 35: is not done outside the scope, nor by who may only read', async () => {
    const foreign = await contractRole((await makeCompany()).id);
    await expect(remove(admin, foreign)).rejects.toMatchObject({ code: 'not_found' });
    const own = await contractRole(home.id, `Role ${randomUUID()}`);
    await expect(remove(auditor, own)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await nameOf('contract-role', own)).toBeDefined();
  });

  it('is listed with its uses', async () => {
    const id = await makeUse(false);
    const part = await getPart(admin, 'contract-role', id, home.id);
    expect(part).toMatchObject({ people: 0, related: 1 });
    const query = namedListQuery.parse({ q: part.name });
    expect(await listParts(admin, 'contract-role', home.id, query)).toMatchObject([
      { id, people: 0, related: 1 },
    ]);
    const foreign = await makeCompany();
    await contractRole(foreign.id);
    expect(await countParts(admin, 'contract-role', foreign.id, namedListQuery.parse({}))).toBe(0);
  });
});
