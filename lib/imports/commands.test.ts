import { describe, expect, it } from 'vitest';
import { check, errorsOf, run, upload } from '@/tests/imports';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { randomUUID } from 'node:crypto';

const HEAD = 'First name,Last name,E-mail';
const unique = (name: string) => `${name}-${randomUUID()}@example.org`;

async function office(
  right: 'user_admin' | 'organisation_admin' | 'auditor' | 'superuser' = 'user_admin',
) {
  const company = await makeCompany();
  return { company, actor: actorOf(await makePerson({ company, right })) };
}

const peopleOf = (company: TestCompany) =>
  sql<{ email: string }>(
    `SELECT u.email FROM users u JOIN user_access a ON a.user_id = u.id
     WHERE u.company_id = $1 AND a.admin_right IS NULL ORDER BY u.id`,
    [company.id],
  );

const ready = async (lines: string[], head = HEAD) => {
  const { company, actor } = await office();
  const importId = await upload(actor, [head, ...lines].join('\n'));
  return { company, actor, importId };
};

describe('an import is carried out once', () => {
  it('a repeated request tells the stored result, or that it is under way: of twenty one does it', async () => {
    const { company, actor, importId } = await ready([`Ann,Lee,${unique('ann')}`]);
    const counts = await check(actor, importId, { companyId: company.id });
    expect(counts).toEqual({ good: 1, bad: 0 });
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => run(actor, importId, counts)),
    );
    for (const one of all) {
      if (one.status === 'fulfilled') expect(one.value).toBe(1);
      else expect(one.reason).toMatchObject({ code: 'conflict' });
    }
    expect(all.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await run(actor, importId, counts)).toBe(1);
    expect(await peopleOf(company)).toHaveLength(1);
    const audits = await sql(
      `SELECT 1 FROM audit_events WHERE subject_id = $1 AND action = 'import.executed'`,
      [importId],
    );
    expect(audits).toHaveLength(1);
    await expect(check(actor, importId, { companyId: company.id })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('nobody is created when the rows are not as they were shown', async () => {
    const email = unique('ann');
    const { company, actor, importId } = await ready([
      `Ann,Lee,${email}`,
      `Bo,Lee,${unique('bo')}`,
    ]);
    const counts = await check(actor, importId, { companyId: company.id });
    await makePerson({ email });
    await expect(run(actor, importId, { ...counts, skipBad: true })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('now 1 can be created and 1 cannot') as string,
    });
    expect(await peopleOf(company)).toEqual([]);
    expect(await errorsOf(importId)).toEqual({
      2: { email: 'This e-mail already has an account.' },
    });
    expect(await run(actor, importId, { good: 1, bad: 1, skipBad: true })).toBe(1);
  });

  it('two imports of the same person at once make one', async () => {
    const email = unique('ann');
    const { company, actor, importId } = await ready([`Ann,Lee,${email}`]);
    const second = await upload(actor, `${HEAD}\nAnn,Lee,${email}`);
    for (const id of [importId, second]) await check(actor, id, { companyId: company.id });
    const done = await Promise.allSettled(
      [importId, second].map((id) => run(actor, id, { good: 1, bad: 0 })),
    );
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await peopleOf(company)).toEqual([{ email }]);
  });

  it('one of yesterday has expired', async () => {
    const { company, actor, importId } = await ready([`Ann,Lee,${unique('ann')}`]);
    const counts = await check(actor, importId, { companyId: company.id });
    await sql(`UPDATE imports SET created_at = now() - interval '25 hours' WHERE id = $1`, [
      importId,
    ]);
    await expect(run(actor, importId, counts)).rejects.toMatchObject({
      message: expect.stringContaining('of yesterday') as string,
    });
    expect(await peopleOf(company)).toEqual([]);
  });
});

describe('security 33: nobody imports outside their scope', () => {
  it('another administrator’s import is not there', async () => {
    const { company, actor, importId } = await ready([`Ann,Lee,${unique('ann')}`]);
    const counts = await check(actor, importId, { companyId: company.id });
    const colleague = actorOf(await makePerson({ company, right: 'user_admin' }));
    await expect(check(colleague, importId, { companyId: company.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(run(colleague, importId, counts)).rejects.toMatchObject({ code: 'not_found' });
    expect(await peopleOf(company)).toEqual([]);
  });

  it('another company is as little there, named in a column or chosen', async () => {
    const other = await makeCompany();
    const head = `${HEAD},Company`;
    const { actor, importId } = await ready([`Ann,Lee,${unique('ann')},${other.name}`], head);
    expect(await check(actor, importId)).toEqual({ good: 0, bad: 1 });
    expect(await errorsOf(importId)).toEqual({
      2: { company: `There is no company “${other.name}” in your scope.` },
    });
    const columns = ['firstName', 'lastName', 'email', null] as const;
    await expect(
      check(actor, importId, { columns: [...columns], companyId: other.id }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(run(actor, importId, { good: 0, bad: 1, skipBad: true })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await peopleOf(other)).toEqual([]);
  });

  it('groups and roles of another company are not there either', async () => {
    const other = await makeCompany();
    await sql(`INSERT INTO access_groups (company_id, name) VALUES ($1, 'Secret')`, [other.id]);
    await sql(`INSERT INTO platform_roles (company_id, name) VALUES ($1, 'Chief')`, [other.id]);
    const { company, actor, importId } = await ready(
      [`Ann,Lee,${unique('ann')},Secret,Chief`],
      `${HEAD},Groups,Roles`,
    );
    await check(actor, importId, { companyId: company.id });
    expect(await errorsOf(importId)).toEqual({
      2: {
        groups: `There is no group “Secret” in ${company.name}.`,
        roles: `There is no platform role “Chief” in ${company.name}.`,
      },
    });
  });

  it('who lacks the right, or lost it since, imports nothing', async () => {
    const { company, actor, importId } = await ready([`Ann,Lee,${unique('ann')}`]);
    const counts = await check(actor, importId, { companyId: company.id });
    const { actor: auditor } = await office('auditor');
    await expect(upload(auditor, HEAD)).rejects.toMatchObject({ code: 'forbidden' });
    await sql(`UPDATE user_access SET admin_right = 'auditor' WHERE user_id = $1`, [actor.userId]);
    await expect(run(actor, importId, counts)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await peopleOf(company)).toEqual([]);
  });
});

describe('what people belong to', () => {
  it('roles bring their groups, hand-given ones stay by hand', async () => {
    const { company, actor, importId } = await ready(
      [`Ann,Lee,${unique('ann')},Mail,analyst`, `Bo,Lee,${unique('bo')},,Analyst`],
      `${HEAD},Groups,Roles`,
    );
    await sql(
      `WITH g AS (INSERT INTO access_groups (company_id, name) VALUES ($1, 'Mail') RETURNING id),
         r AS (INSERT INTO platform_roles (company_id, name) VALUES ($1, 'Analyst') RETURNING id)
       INSERT INTO platform_role_groups (role_id, group_id) SELECT r.id, g.id FROM r, g`,
      [company.id],
    );
    const counts = await check(actor, importId, { companyId: company.id });
    await run(actor, importId, counts);
    const members = await sql(
      `SELECT u.first_name, m.source FROM user_groups m JOIN users u ON u.id = m.user_id
       WHERE u.company_id = $1 ORDER BY 1`,
      [company.id],
    );
    expect(members).toEqual([
      { first_name: 'Ann', source: 'manual' },
      { first_name: 'Bo', source: 'role' },
    ]);
  });

  it('a name that is a cabinet group and an other group is asked about', async () => {
    const name = `Shared ${randomUUID()}`;
    const { company, actor, importId } = await ready(
      [`Ann,Lee,${unique('ann')},${name}`],
      `${HEAD},Groups`,
    );
    await sql('INSERT INTO access_groups (company_id, name) VALUES ($1, $2), (NULL, $2)', [
      company.id,
      name,
    ]);
    await check(actor, importId, { companyId: company.id });
    expect((await errorsOf(importId))[2]?.groups).toContain('Rename one of them');
  });

  it('missing departments and positions are created for good rows alone, by who may', async () => {
    const company = await makeCompany();
    const actor = actorOf(await makePerson({ company, right: 'organisation_admin' }));
    const lines = [
      `Ann,Lee,${unique('ann')},Legal,Counsel`,
      `Bo,Lee,${unique('bo')},LEGAL,counsel`,
      'Eve,Lee,not an e-mail,Nowhere,Nothing',
    ];
    const importId = await upload(actor, [`${HEAD},Department,Position`, ...lines].join('\n'));
    const wish = { companyId: company.id, createMissing: true };
    expect(await check(actor, importId, { companyId: company.id })).toEqual({ good: 0, bad: 3 });
    const counts = await check(actor, importId, wish);
    expect(counts).toEqual({ good: 2, bad: 1 });
    const places = () =>
      sql(
        `SELECT d.name AS department, p.name AS position, (SELECT count(*)::int FROM users u
           WHERE u.position_id = p.id) AS people
         FROM departments d LEFT JOIN positions p ON p.department_id = d.id WHERE d.company_id = $1`,
        [company.id],
      );
    expect(await places()).toEqual([]);
    await run(actor, importId, { ...counts, skipBad: true });
    expect(await places()).toEqual([{ department: 'Legal', position: 'Counsel', people: 2 }]);
    const kinds = await sql(
      `SELECT action, subject_type FROM audit_events
       WHERE company_id = $1 AND subject_type IN ('department', 'position') ORDER BY action`,
      [company.id],
    );
    expect(kinds).toEqual([
      { action: 'department.created', subject_type: 'department' },
      { action: 'position.created', subject_type: 'position' },
    ]);
    const clerk = actorOf(await makePerson({ company, right: 'user_admin' }));
    const theirs = await upload(clerk, `${HEAD}\nAnn,Lee,${unique('ann')}`);
    await expect(check(clerk, theirs, wish)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('a first-login mail goes to those it would open something for', async () => {
  const { company, actor, importId } = await ready(
    [`Ann,Lee,${unique('ann')},`, `Bo,Lee,${unique('bo')},2999-01-01`],
    `${HEAD},Start`,
  );
  await sql(
    `UPDATE companies SET control_word_hash = 'x', control_word_changed_at = now() WHERE id = $1`,
    [company.id],
  );
  const counts = await check(actor, importId, { companyId: company.id });
  expect(await run(actor, importId, { ...counts, invite: 'first_login' })).toBe(2);
  const mails = await sql(
    `SELECT u.first_name, m.template FROM mails m JOIN users u ON u.id = m.user_id
     WHERE u.company_id = $1`,
    [company.id],
  );
  expect(mails).toEqual([{ first_name: 'Ann', template: 'first-login-invitation' }]);
});

it('an error in one row leaves nothing behind', async () => {
  const { company, actor, importId } = await ready([`Ann,Lee,${unique('ann')}`, 'Bo,Lee,none']);
  const counts = await check(actor, importId, { companyId: company.id });
  await expect(run(actor, importId, counts)).rejects.toMatchObject({ code: 'invalid' });
  expect(await peopleOf(company)).toEqual([]);
});
