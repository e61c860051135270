import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPassword } from '@/lib/credentials/passwords';
import {
  actorOf,
  makeCompany,
  makePerson,
  type TestCompany,
  type TestPerson,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf, hashOf } from '@/tests/state';
import { createUser } from './commands';
import { newUser, type NewUser } from './schema';

let company: TestCompany;
let people: Record<
  'superuser' | 'organisation_admin' | 'user_admin' | 'auditor' | 'staff' | 'member',
  TestPerson
>;

beforeAll(async () => {
  company = await makeCompany();
  people = {
    superuser: await makePerson({ right: 'superuser', company: null }),
    organisation_admin: await makePerson({ right: 'organisation_admin', company }),
    user_admin: await makePerson({ right: 'user_admin', company }),
    auditor: await makePerson({ right: 'auditor', company }),
    staff: await makePerson({ isStaff: true, company }),
    member: await makePerson({ company }),
  };
});

const form = (change: object = {}): NewUser =>
  newUser.parse({
    firstName: 'Ann',
    lastName: 'Lee',
    email: `new-${randomUUID()}@example.org`,
    companyId: company.id,
    ...change,
  });
const personBy = (email: string) =>
  sql(
    `SELECT u.id, u.email, u.first_name, u.last_name, u.phone, u.company_id, u.source,
       a.company_id AS access_company_id, a.is_active, a.start_date::text, a.end_date::text,
       a.is_staff, a.admin_right, a.password_change_owed, a.two_factor_required
     FROM users u JOIN user_access a ON a.user_id = u.id WHERE u.email = $1`,
    [email],
  );

describe('creating a user', () => {
  it('writes who they are, whether they may enter, and the audit', async () => {
    const input = form({
      phone: '+380 44 123 4567',
      startDate: '2026-03-01',
      endDate: '2026-03-01',
      twoFactorRequired: 'on',
      isStaff: 'on',
      right: 'auditor',
    });
    const id = await createUser(actorOf(people.organisation_admin), input);
    expect(await personBy(input.email)).toEqual([
      {
        id,
        email: input.email,
        first_name: 'Ann',
        last_name: 'Lee',
        phone: '+380441234567',
        company_id: company.id,
        source: 'local',
        access_company_id: company.id,
        is_active: true,
        start_date: '2026-03-01',
        end_date: '2026-03-01',
        is_staff: true,
        admin_right: 'auditor',
        password_change_owed: false,
        two_factor_required: true,
      },
    ]);
    expect(await hashOf(id)).toBeUndefined();
    expect(await auditOf(id)).toMatchObject([
      {
        action: 'user.created',
        actor_id: people.organisation_admin.id,
        company_id: company.id,
        before: null,
        after: {
          email: input.email,
          right: 'auditor',
          startDate: '2026-03-01',
          passwordSet: false,
        },
        address: '192.0.2.10',
        request_id: 'test-request',
      },
    ]);
  });

  it('sets the first password, owed to be changed where that is ticked', async () => {
    const input = form({ password: 'correct horse battery', forceChange: 'on' });
    const id = await createUser(actorOf(people.user_admin), input);
    expect(await verifyPassword((await hashOf(id)) ?? null, 'correct horse battery')).toBe(true);
    expect(await personBy(input.email)).toMatchObject([{ password_change_owed: true }]);
    expect(JSON.stringify(await auditOf(id))).not.toContain('correct horse');
  });

  it.each(['Lovelace1', 'new-user@x', 'Umbrella9'])(
    'refuses the password %s, made of their words',
    async (password) => {
      const [{ id: companyId }] = (await sql<{ id: string }>(
        `INSERT INTO companies (name, time_zone) VALUES ('Umbrella ' || gen_random_uuid(), 'UTC') RETURNING id`,
      )) as [{ id: string }];
      const email = `new-user@x.example`;
      await expect(
        createUser(
          actorOf(people.superuser),
          form({ lastName: 'Lovelace', email, password, companyId }),
        ),
      ).rejects.toMatchObject({
        code: 'invalid',
        fields: { password: expect.any(String) as string },
      });
      expect(await personBy(email)).toEqual([]);
    },
  );

  it('security 6: of 20 case variants at once one is created', async () => {
    const local = randomUUID();
    const variants = Array.from({ length: 20 }, (_, i) =>
      [...`${local}@example.org`]
        .map((c, at) => ((i >> (at % 5)) & 1 ? c.toUpperCase() : c))
        .join(''),
    );
    const tries = await Promise.allSettled(
      variants.map((email) => createUser(actorOf(people.user_admin), form({ email }))),
    );
    const refused = tries.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refused).toHaveLength(19);
    for (const reason of refused) {
      expect(reason).toMatchObject({
        code: 'invalid',
        fields: { email: expect.any(String) as string },
      });
    }
    expect(await personBy(`${local}@example.org`)).toHaveLength(1);
  });

  it('refuses a company that does not exist', async () => {
    await expect(
      createUser(actorOf(people.superuser), form({ companyId: randomUUID() })),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: { companyId: expect.any(String) as string },
    });
  });
});

describe('security 35: nobody grants what they lack', () => {
  const RIGHTS = ['superuser', 'organisation_admin', 'user_admin', 'auditor', null] as const;
  // Columns: superuser, organisation_admin, user_admin, auditor, staff without right.
  it.each([
    ['superuser', '+++++'],
    ['organisation_admin', '-++++'],
    ['user_admin', '-----'],
  ] as const)('%s grants %s', async (who, expected) => {
    let row = '';
    for (const right of RIGHTS) {
      const input = form({ isStaff: 'on', right: right ?? '' });
      const result = await createUser(actorOf(people[who]), input).catch((error: unknown) => error);
      if (typeof result !== 'string') expect(result).toMatchObject({ code: 'forbidden' });
      expect(await personBy(input.email)).toHaveLength(typeof result === 'string' ? 1 : 0);
      row += typeof result === 'string' ? '+' : '-';
    }
    expect(row).toBe(expected);
  });

  it.each(['auditor', 'staff', 'member'] as const)('%s creates nobody', async (who) => {
    const input = form();
    await expect(createUser(actorOf(people[who]), input)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await personBy(input.email)).toEqual([]);
  });

  it.each(['organisation_admin', 'user_admin'] as const)(
    'security 33: %s creates nobody in another company: it is not there',
    async (who) => {
      const elsewhere = await makeCompany();
      const input = form({ companyId: elsewhere.id });
      await expect(createUser(actorOf(people[who]), input)).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await personBy(input.email)).toEqual([]);
    },
  );

  it.each([
    'is_active = FALSE',
    "locked_at = now(), lock_reason = 'x'",
    "admin_right = 'auditor'",
    'is_staff = FALSE, admin_right = NULL',
  ])('who lost their standing meanwhile (%s) creates nobody', async (change) => {
    const admin = await makePerson({ right: 'user_admin', company });
    await sql(`UPDATE user_access SET ${change} WHERE user_id = $1`, [admin.id]);
    const input = form();
    await expect(createUser(actorOf(admin), input)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await personBy(input.email)).toEqual([]);
  });
});
