import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { openEdit } from '@/tests/person-edit';
import { makeLink, makeWordedCompany } from '@/tests/newcomers';
import { timelineOf } from '@/lib/users/timeline';
import { actorOf, makeCompany, makePerson, makeSession, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { makeStructure, type TestStructure } from '@/tests/one-of-everything';
import { updateUser } from './commands';

let house: TestStructure;
let superuser: Actor;
let admin: Actor;
beforeAll(async () => {
  house = await makeStructure();
  superuser = actorOf(
    await makePerson({ right: 'superuser', company: null, password: 'x'.repeat(12) }),
  );
  admin = actorOf(await makePerson({ right: 'organisation_admin', company: house.company }));
});

const member = (options: object = {}) => makePerson({ company: house.company, ...options });
const personOf = async (userId: string) =>
  (
    await sql(
      `SELECT u.first_name, u.email, u.phone, u.company_id, u.department_id, u.position_id, u.colour,
         a.start_date::text, a.end_date::text, a.is_staff, a.admin_right, a.two_factor_required
       FROM users u JOIN user_access a ON a.user_id = u.id WHERE u.id = $1`,
      [userId],
    )
  )[0];
const refused = (field: string) => ({
  code: 'invalid',
  fields: { [field]: expect.any(String) as string },
});
const liveLinks = (userId: string) =>
  sql('SELECT 1 FROM access_links WHERE user_id = $1 AND voided_at IS NULL', [userId]);

describe('Edit', () => {
  it('changes everything at once, and the audit keeps exactly what changed', async () => {
    const { id } = await member();
    const email = `renamed-${randomUUID()}@example.org`;
    const form = await openEdit(id);
    await updateUser(
      admin,
      form({
        firstName: 'Anna',
        email,
        phone: '+380 44 123 4567',
        departmentId: house.department,
        positionId: house.position,
        colour: '#2F6FED',
        startDate: '2026-01-01',
        endDate: '2099-01-01',
        twoFactorRequired: true,
        isStaff: true,
        right: 'auditor',
        roleIds: [house.role],
        groupIds: [house.group],
        quizIds: [house.quiz],
        groupsFromRoles: true,
      }),
    );
    expect(await personOf(id)).toEqual({
      first_name: 'Anna',
      email,
      phone: '+380441234567',
      company_id: house.company.id,
      department_id: house.department,
      position_id: house.position,
      colour: '#2f6fed',
      start_date: '2026-01-01',
      end_date: '2099-01-01',
      is_staff: true,
      admin_right: 'auditor',
      two_factor_required: true,
    });
    const audit = await auditOf(id);
    const updated = audit.find(({ action }) => action === 'user.updated');
    expect(Object.keys(updated?.after ?? {}).sort()).toEqual([
      'colour',
      'department',
      'email',
      'firstName',
      'groups',
      'phone',
      'position',
      'quizzes',
      'roles',
    ]);
    expect(updated).toMatchObject({
      before: { firstName: 'Ann', groups: [] },
      actor_id: admin.userId,
    });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'user.dates-changed',
      'user.rights-changed',
      'user.two-factor-required',
      'user.updated',
    ]);
  });

  it('writes nothing down where nothing changed', async () => {
    const { id } = await member();
    await updateUser(admin, (await openEdit(id))());
    expect(await auditOf(id)).toEqual([]);
  });

  it('security 28: a new e-mail voids the links mailed before; another change does not', async () => {
    const { id } = await member();
    await makeLink(id, { purpose: 'password_reset' });
    await updateUser(admin, (await openEdit(id))({ firstName: 'Anna' }));
    expect(await liveLinks(id)).toHaveLength(1);
    const email = `moved-${randomUUID()}@example.org`;
    await updateUser(admin, (await openEdit(id))({ email }));
    expect(await liveLinks(id)).toEqual([]);
  });

  it('refuses an e-mail that is taken, at its field, and changes nothing', async () => {
    const [one, other] = [await member(), await member()];
    const form = await openEdit(one.id);
    const attempt = updateUser(
      admin,
      form({ firstName: 'Anna', email: other.email.toUpperCase() }),
    );
    await expect(attempt).rejects.toMatchObject(refused('email'));
    expect(await personOf(one.id)).toMatchObject({ first_name: 'Ann', email: one.email });
  });

  it('ends the sessions of somebody whose last day has passed with it', async () => {
    const { id } = await member();
    await makeSession(id);
    await updateUser(admin, (await openEdit(id))({ endDate: '2020-01-01' }));
    expect(await sessionEndsOf(id)).toEqual(['access_changed']);
  });

  it('leaves staff and right as they are where the form has no such fields', async () => {
    const { id } = await member({ right: 'auditor' });
    const form = await openEdit(id);
    const sent = form({ isStaff: false, right: null, firstName: 'Anna', withRights: false });
    await updateUser(
      actorOf(await makePerson({ right: 'user_admin', company: house.company })),
      sent,
    );
    expect(await personOf(id)).toMatchObject({
      first_name: 'Anna',
      is_staff: true,
      admin_right: 'auditor',
    });
  });

  it('does not change what the directory holds', async () => {
    const { id } = await member({ source: 'directory' });
    const form = await openEdit(id);
    await expect(updateUser(admin, form({ firstName: 'Anna' }))).rejects.toMatchObject(
      refused('firstName'),
    );
    await updateUser(admin, form({ colour: '#123456' }));
    expect(await personOf(id)).toMatchObject({ first_name: 'Ann', colour: '#123456' });
  });
});

describe('security 35: guards of Edit', () => {
  it.each([
    ['end-dates', { endDate: '2099-01-01' }],
    ['demotes', { right: null }],
    ['takes staff from', { isStaff: false, right: null }],
  ])('nobody %s themselves', async (_, change) => {
    const self = await makePerson({ right: 'organisation_admin', company: house.company });
    const attempt = updateUser(actorOf(self), (await openEdit(self.id))(change));
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    expect(await personOf(self.id)).toMatchObject({
      end_date: null,
      admin_right: 'organisation_admin',
    });
  });

  it('nobody edits somebody above them', async () => {
    const { id } = await member({ right: 'superuser' });
    const attempt = updateUser(admin, (await openEdit(id))({ firstName: 'Anna' }));
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    expect(await personOf(id)).toMatchObject({ first_name: 'Ann' });
  });

  it('nobody grants what they lack', async () => {
    const { id } = await member();
    const form = await openEdit(id);
    const sent = form({ isStaff: true, right: 'superuser' });
    await expect(updateUser(admin, sent)).rejects.toMatchObject({ code: 'forbidden' });
    const lesser = actorOf(await makePerson({ right: 'user_admin', company: house.company }));
    await expect(updateUser(lesser, form({ isStaff: true }))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await personOf(id)).toMatchObject({ is_staff: false, admin_right: null });
  });

  it('an auditor edits nobody', async () => {
    const auditor = actorOf(await makePerson({ right: 'auditor', company: house.company }));
    const { id } = await member();
    await expect(updateUser(auditor, (await openEdit(id))())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('security 33: whoever is of another company is not there', async () => {
    const { id } = await makePerson();
    const attempt = updateUser(admin, (await openEdit(id))({ firstName: 'Anna' }));
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    expect(await personOf(id)).toMatchObject({ first_name: 'Ann' });
  });

  it('security 61: the last superuser who can sign in is not end-dated', async () => {
    const boss = await makePerson({ right: 'superuser', company: null });
    const last = superuser.userId;
    const attempt = updateUser(actorOf(boss), (await openEdit(last))({ endDate: '2099-01-01' }));
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    expect(await personOf(last)).toMatchObject({ end_date: null });
  });
});

describe('the company', () => {
  it('moving takes what is of the old company along only when it is of the new one', async () => {
    const { id } = await member();
    const form = await openEdit(id);
    await updateUser(superuser, form({ departmentId: house.department, roleIds: [house.role] }));
    const other = await makeStructure();
    const stale = (await openEdit(id))({ companyId: other.company.id });
    await expect(updateUser(superuser, stale)).rejects.toMatchObject({
      code: 'invalid',
      fields: { departmentId: expect.any(String) as string, roleIds: expect.any(String) as string },
    });
    const fitting = { departmentId: null, roleIds: [], groupIds: [] };
    await makeLink(id);
    await updateUser(superuser, (await openEdit(id))({ companyId: other.company.id, ...fitting }));
    expect(await personOf(id)).toMatchObject({
      company_id: other.company.id,
      department_id: null,
    });
    const roles = await sql('SELECT 1 FROM user_roles WHERE user_id = $1', [id]);
    expect(roles).toEqual([]);
    expect(await liveLinks(id), 'a link that asks for the old control word').toEqual([]);
  });

  it('security 33: a company reads nothing of what they were in the one before', async () => {
    const { id } = await member();
    const there = {
      departmentId: house.department,
      roleIds: [house.role],
      groupIds: [house.group],
    };
    await updateUser(superuser, (await openEdit(id))(there));
    const other = await makeStructure();
    const here = { departmentId: other.department, roleIds: [], groupIds: [] };
    const form = await openEdit(id);
    await updateUser(superuser, form({ companyId: other.company.id, ...here, firstName: 'Anna' }));
    const told = async (company: TestCompany) => {
      const reader = actorOf(await makePerson({ right: 'auditor', company }));
      const [newest, ...before] = await timelineOf(reader, id);
      return { newest, before: before.length };
    };
    expect(await told(other.company)).toMatchObject({
      newest: { action: 'user.updated', before: null, after: { company: other.company.name } },
      before: 0,
    });
    expect(await told(house.company)).toMatchObject({
      newest: { before: { firstName: 'Ann', company: house.company.name }, after: null },
      before: 1,
    });
  });

  it('security 33: nobody moves people out of their scope', async () => {
    const elsewhere = await makeCompany();
    const { id } = await member();
    const sent = (await openEdit(id))({ companyId: elsewhere.id });
    await expect(updateUser(admin, sent)).rejects.toMatchObject({ code: 'not_found' });
    expect(await personOf(id)).toMatchObject({ company_id: house.company.id });
  });

  it('is not taken away', async () => {
    const { id } = await member();
    const sent = (await openEdit(id))({ companyId: '' });
    await expect(updateUser(superuser, sent)).rejects.toMatchObject(refused('companyId'));
  });
});

describe('Use Existing User', () => {
  it('gives an account its company, and invites it', async () => {
    const company = await makeWordedCompany();
    const { id } = await makePerson({ company: null, profileCompletionOwed: true });
    await updateUser(superuser, (await openEdit(id))({ companyId: company.id }));
    expect(await personOf(id)).toMatchObject({ company_id: company.id });
    expect(await auditOf(id)).toMatchObject([
      { action: 'user.profile-given', after: { company: company.name } },
      { action: 'user.invited', after: { link: 'first_login' } },
    ]);
  });

  it('mails no link to somebody whose directory holds the password', async () => {
    const company = await makeWordedCompany();
    const { id } = await makePerson({ company: null, source: 'directory' });
    const form = await openEdit(id);
    const asked = form({ companyId: company.id, invite: 'password_reset' });
    await expect(updateUser(superuser, asked)).rejects.toMatchObject(refused('invite'));
    await updateUser(superuser, form({ companyId: company.id }));
    expect(await liveLinks(id)).toEqual([]);
  });

  it('security 33: is there for superusers alone', async () => {
    const { id } = await makePerson({ company: null });
    const sent = (await openEdit(id))({ companyId: house.company.id });
    await expect(updateUser(admin, sent)).rejects.toMatchObject({ code: 'not_found' });
  });
});
