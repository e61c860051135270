import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, makeCompany, makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { admit } from '@/lib/access/admission';
import { setRightOf, setStaffOf } from './commands';

beforeEach(() => sql("UPDATE user_access SET admin_right = NULL WHERE admin_right = 'superuser'"));

const outcomes = async (done: Promise<{ userId: string; outcome: string }[]>) =>
  Object.fromEntries((await done).map(({ userId, outcome }) => [userId, outcome]));

describe('staff and rights', () => {
  it('taking staff takes the right with it, on the next request (security 8)', async () => {
    const company = await makeCompany();
    const admin = actorOf(await makePerson({ company, right: 'organisation_admin' }));
    const [auditor, member] = [
      await makePerson({ company, right: 'auditor' }),
      await makePerson({ company }),
    ];
    const { token } = await makeSession(auditor.id);
    const userIds = [auditor.id, member.id, admin.userId];
    expect(await outcomes(setStaffOf(admin, { userIds, isStaff: false }))).toEqual({
      [auditor.id]: 'done',
      [member.id]: 'already',
      [admin.userId]: 'yourself',
    });
    expect(await admit(token)).toMatchObject({ session: { isStaff: false, right: null } });
    expect(await auditOf(auditor.id)).toMatchObject([
      {
        action: 'user.rights-changed',
        before: { isStaff: true, right: 'auditor' },
        after: { isStaff: false, right: null },
      },
    ]);
  });

  it('security 35: nobody grants what they lack', async () => {
    const company = await makeCompany();
    const person = await makePerson({ company });
    const userIds = [person.id];
    const admin = actorOf(await makePerson({ company, right: 'organisation_admin' }));
    const lesser = actorOf(await makePerson({ company, right: 'user_admin' }));
    const forbidden = { code: 'forbidden' };
    await expect(setRightOf(admin, { userIds, right: 'superuser' })).rejects.toMatchObject(
      forbidden,
    );
    await expect(setRightOf(lesser, { userIds, right: 'auditor' })).rejects.toMatchObject(
      forbidden,
    );
    await expect(setStaffOf(lesser, { userIds, isStaff: true })).rejects.toMatchObject(forbidden);
    expect(await outcomes(setRightOf(admin, { userIds, right: 'user_admin' }))).toEqual({
      [person.id]: 'done',
    });
    expect(
      await sql('SELECT is_staff, admin_right FROM user_access WHERE user_id = $1', [person.id]),
    ).toEqual([{ is_staff: true, admin_right: 'user_admin' }]);
  });

  it('a right of a company is not for who has none', async () => {
    const root = actorOf(await makePerson({ company: null, right: 'superuser' }));
    const person = await makePerson({ company: null });
    const set = { userIds: [person.id], right: 'auditor' as const };
    expect(await outcomes(setRightOf(root, set))).toEqual({ [person.id]: 'no-company' });
  });

  it('security 61: the last superuser keeps the right', async () => {
    const root = actorOf(
      await makePerson({ company: null, right: 'superuser', source: 'directory' }),
    );
    const last = await makePerson({ company: null, right: 'superuser' });
    await sql("INSERT INTO password_credentials (user_id, hash) VALUES ($1, 'x')", [last.id]);
    const userIds = [last.id];
    const refused = { [last.id]: 'last-superuser' };
    expect(await outcomes(setRightOf(root, { userIds, right: null }))).toEqual(refused);
    expect(await outcomes(setStaffOf(root, { userIds, isStaff: false }))).toEqual(refused);
  });
});
