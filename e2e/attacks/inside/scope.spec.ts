import { expect } from '@playwright/test';
import { makeCompany, makePerson, makeSession, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { builtAction } from '../support/build';
import { submit, WAYS, type Fields } from '../support/call';
import { makeAsker, PASSWORD, type AskerName } from '../support/cast';
import { deedOf } from '../support/deeds';
import { outcomeOf } from '../support/outcome';
import { failedMail } from '../support/mail';
import { makeTarget, payload, type Target } from '../support/place';
import { test, type Knock } from '../support/test';
import { rowsOf } from './table';

// Everybody whose right ends at their own company.
const SCOPED: AskerName[] = ['auditor', 'user_admin', 'organisation_admin'];

// Views are their owner's, and reach nobody (lib/saved-views/commands.test.ts); so are uploads and
// exports.
const onOthers = ({ name }: { name: string }) =>
  name.startsWith('app/admin/') && !/users\/views\/|#(uploadImport|cancelExport)Action$/.test(name);

async function scene(who: AskerName) {
  const [own, other] = [await makeCompany(), await makeCompany()];
  const asker = await makeAsker(who, own, { password: PASSWORD });
  const target = await makeTarget(other);
  await makePerson({ company: other, locked: true, isActive: false });
  const mail = await failedMail(other);
  return { own, other, target, mail, asker: asker as TestPerson };
}

/** All that is known of a company, its people, their access, passwords, sessions and history. */
async function everythingOf({ company }: Target): Promise<unknown> {
  const people = 'SELECT id FROM users WHERE company_id = $1';
  const [row] = await sql(
    `SELECT (SELECT jsonb_agg(c) FROM companies c WHERE id = $1) AS company,
      (SELECT jsonb_agg(u ORDER BY id) FROM users u WHERE company_id = $1) AS users,
      (SELECT jsonb_agg(a ORDER BY user_id) FROM user_access a WHERE company_id = $1) AS access,
      (SELECT jsonb_agg(p ORDER BY user_id) FROM password_credentials p WHERE user_id IN (${people})) AS passwords,
      (SELECT jsonb_agg(s ORDER BY id) FROM sessions s WHERE user_id IN (${people})) AS sessions,
      (SELECT jsonb_agg(t ORDER BY user_id) FROM totp_credentials t WHERE user_id IN (${people})) AS totp,
      (SELECT jsonb_agg(f ORDER BY user_id) FROM user_photos f WHERE user_id IN (${people})) AS photos,
      (SELECT jsonb_agg(l ORDER BY id) FROM access_links l WHERE user_id IN (${people})) AS links,
      (SELECT jsonb_agg(d ORDER BY id) FROM departments d WHERE company_id = $1) AS departments,
      (SELECT jsonb_agg(r ORDER BY id) FROM platform_roles r WHERE company_id = $1) AS roles,
      (SELECT jsonb_agg(g ORDER BY id) FROM access_groups g WHERE company_id = $1) AS groups,
      (SELECT jsonb_agg(q ORDER BY id) FROM quizzes q WHERE company_id = $1) AS quizzes,
      (SELECT jsonb_agg(m ORDER BY id) FROM mails m WHERE company_id = $1) AS mails,
      (SELECT jsonb_agg(e ORDER BY id) FROM audit_events e
        WHERE company_id = $1 OR subject_id IN (${people})) AS audit`,
    [company.id],
  );
  return row;
}

async function both(knock: Knock, token: string, address: string) {
  const { at, question } = payload(address);
  return { plain: await knock(token, address), payload: await knock(token, at, question) };
}

for (const who of SCOPED) {
  test(`security 33: ${who} finds nothing of another company`, async ({ knock }) => {
    const { asker, own, other, target, mail } = await scene(who);
    const { token } = await makeSession(asker.id);
    const hidden = [target.person.email, target.person.id, other.name, other.id, mail.to, mail.id];
    const lists = [
      '/admin/users',
      '/admin/users?size=100',
      '/admin/users?sort=-created&size=100',
      '/admin/users?status=locked',
      `/admin/users?q=${target.person.email}`,
      `/admin/users?q=%25`,
      '/admin/users/new',
      '/admin/organisation',
      '/admin/mail?size=100',
      '/admin/mail?state=failed',
      `/admin/mail?q=${mail.to}`,
      `/api/people?q=example.org`,
      '/api/users/export?format=csv',
      `/api/users/export?format=csv&q=${target.person.email}`,
      `/api/people/choices?kind=company`,
      `/api/people/choices?kind=department&company=${other.id}`,
      `/admin/users?company=${other.id}`,
      '/personal-cabinet',
    ];
    for (const list of lists) {
      for (const { text } of Object.values(await both(knock, token, list))) {
        // What was asked for may be said again; what was found may not.
        const found = hidden.filter((word) => !list.includes(word) && text.includes(word));
        expect.soft(found, list).toEqual([]);
      }
    }
    const company = `/admin/organisation/${other.id}`;
    const { department, position, role, group, quiz } = target.parts;
    const direct = [
      `/admin/users/${target.person.id}`,
      company,
      `${company}/chart`,
      `${company}/departments/${department}`,
      `${company}/positions/${position}`,
      `${company}/roles/${role}`,
      `${company}/groups/${group}`,
      `${company}/quizzes/${quiz}`,
      `/admin/organisation/${own.id}/departments/${department}`,
      `/admin/organisation/${own.id}/roles/${role}`,
      `/admin/organisation/${own.id}/quizzes/${quiz}`,
      `/api/organisation/${other.id}/chart`,
    ];
    for (const address of direct) {
      for (const answer of Object.values(await both(knock, token, address))) {
        expect.soft(outcomeOf(answer), address).toBe('not-found');
        expect.soft(answer.text).not.toContain(target.person.email);
        expect.soft(answer.text).not.toContain(other.name);
      }
    }
    const found = await knock(token, `/api/people?q=${target.person.email}`);
    expect.soft(JSON.parse(found.text)).toEqual({ people: [] });
    const photo = await knock(token, `/api/photos/${target.person.id}`);
    expect.soft(outcomeOf(photo), 'photo').toBe('not-found');
    expect.soft(photo.text, 'photo').not.toContain(target.person.email);
    expect.soft((await knock(token, '/admin/users')).text).toContain(own.name);
  });

  test(`security 33: no action of ${who} reaches another company`, async ({ house }) => {
    for (const { name } of rowsOf('action').filter(onOthers)) {
      const { asker, target } = await scene(who);
      const { token } = await makeSession(asker.id);
      // Filled in by somebody who stands in the other company, sent by one who does not.
      const stranger = { person: asker, company: target.company, sessionId: null };
      for (const way of WAYS) {
        const { fields } = await deedOf(name, stranger);
        const before = await everythingOf(target);
        const answer = await submit(house, token, builtAction(house.root, name), fields, { way });
        if (way === 'called')
          expect.soft(['not-found', 'forbidden'], name).toContain(outcomeOf(answer));
        expect.soft(await everythingOf(target), `${name}, ${way}`).toEqual(before);
      }
    }
  });
}

test('security 33: the count is of the own company alone', async ({ knock }) => {
  const { asker, own } = await scene('user_admin');
  await Promise.all([makePerson({ company: own }), makePerson({ company: own })]);
  const { text } = await knock(asker, '/admin/users?page=99');
  expect(text).not.toContain('page=4');
  const list = await knock(asker, '/admin/users');
  const rows = list.text.match(/person-[\da-f-]{36}@example\.org(?=<)/g) ?? [];
  expect(new Set(rows).size).toBe(3);
});

test('security 33 and 38: all failed mails are those of the own company', async ({ house }) => {
  const { asker, own, mail } = await scene('user_admin');
  const [mine, action] = [await failedMail(own), builtAction(house.root, '#retryMailAction')];
  const stateOf = async ({ id }: typeof mail) =>
    (await sql('SELECT state, attempts FROM mails WHERE id = $1', [id]))[0];
  for (const q of ['', 'example', '%']) {
    expect.soft(outcomeOf(await submit(house, asker, action, { q })), q).toBe('done');
    expect.soft(await stateOf(mail), q).toEqual({ state: 'failed', attempts: 12 });
  }
  expect(await stateOf(mine)).not.toMatchObject({ state: 'failed' });
});

test('security 33 and 41: colleagues without a right see no photo but their own', async ({
  knock,
}) => {
  const target = await makeTarget(await makeCompany());
  const at = `/api/photos/${target.person.id}`;
  for (const who of ['member', 'staff'] as const) {
    const colleague = await makeAsker(who, target.company);
    expect.soft(outcomeOf(await knock(colleague, at)), who).toBe('not-found');
  }
  expect((await knock(target.person, at)).text).toContain(target.person.email);
});

test('security 33: nobody ends a session of somebody else', async ({ house }) => {
  const { asker, own } = await scene('organisation_admin');
  const colleague = await makePerson({ company: own });
  const { id } = await makeSession(colleague.id);
  const action = builtAction(house.root, 'personal-cabinet/actions.ts#endSessionAction');
  const fields: Fields = { sessionId: id };
  expect(outcomeOf(await submit(house, asker, action, fields))).toBe('not-found');
  const [session] = await sql('SELECT ended_at FROM sessions WHERE id = $1', [id]);
  expect(session).toEqual({ ended_at: null });
});
