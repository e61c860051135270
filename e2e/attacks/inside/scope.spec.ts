import { expect } from '@playwright/test';
import { assign, makeContract } from '@/tests/contracts';
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
      (SELECT jsonb_agg(n ORDER BY contract_id, user_id) FROM assignments n
        WHERE company_id = $1) AS assignments,
      (SELECT jsonb_agg(k ORDER BY id) FROM contracts k WHERE company_id = $1) AS contracts,
      (SELECT jsonb_agg(r ORDER BY id) FROM contract_roles r WHERE company_id = $1) AS contract_roles,
      (SELECT jsonb_agg(s ORDER BY contract_id, user_id) FROM assignments s
        WHERE company_id = $1 OR user_id IN (${people})) AS assignments,
      (SELECT jsonb_agg(s ORDER BY id) FROM access_snapshots s WHERE user_id IN (${people})) AS snapshots,
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
    const { contract } = target.parts;
    const hidden = [
      contract,
      target.person.email,
      target.person.id,
      other.name,
      other.id,
      mail.to,
      mail.id,
    ];
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
      `/api/people/choices?kind=contract`,
      `/api/people/choices?kind=contract&company=${other.id}`,
      `/admin/users?contract=${contract}`,
      '/admin/contracts?state=all&size=100',
      '/admin/contracts?state=all&sort=-people',
      `/admin/contracts?state=all&company=${other.id}`,
      '/admin/tasks',
      '/admin/leavers',
      '/api/contracts?q=C-',
      '/api/contracts/report?format=csv',
      `/api/contracts/people?contractId=${contract}&q=target`,
    ];
    for (const list of lists) {
      for (const { text } of Object.values(await both(knock, token, list))) {
        // What was asked for may be said again; what was found may not.
        const found = hidden.filter((word) => !list.includes(word) && text.includes(word));
        expect.soft(found, list).toEqual([]);
      }
    }
    const company = `/admin/organisation/${other.id}`;
    const { department, position, role, group, quiz, contractRole } = target.parts;
    const direct = [
      `/admin/users/${target.person.id}`,
      company,
      `${company}/chart`,
      `${company}/departments/${department}`,
      `${company}/positions/${position}`,
      `${company}/roles/${role}`,
      `${company}/groups/${group}`,
      `${company}/quizzes/${quiz}`,
      `${company}/contract-roles/${contractRole}`,
      `/admin/organisation/${own.id}/departments/${department}`,
      `/admin/organisation/${own.id}/roles/${role}`,
      `/admin/organisation/${own.id}/quizzes/${quiz}`,
      `/admin/organisation/${own.id}/contract-roles/${contractRole}`,
      `/api/organisation/${other.id}/chart`,
      `/admin/users/${target.person.id}/contracts`,
    ];
    for (const address of direct) {
      for (const answer of Object.values(await both(knock, token, address))) {
        expect.soft(outcomeOf(answer), address).toBe('not-found');
        expect.soft(answer.text).not.toContain(target.person.email);
        expect.soft(answer.text).not.toContain(other.name);
      }
    }
    const pages = [
      `/admin/contracts/${contract}`,
      `/admin/contracts/${contract}/edit`,
      `/admin/contracts/${contract}/people/new`,
      `/admin/contracts/${contract}/people/${target.person.id}/replace`,
    ];
    for (const address of pages) {
      for (const answer of Object.values(await both(knock, token, address))) {
        expect.soft(['not-found', 'forbidden'], address).toContain(outcomeOf(answer));
        expect.soft(answer.text).not.toContain(target.person.email);
      }
    }
    const found = await knock(token, `/api/people?q=${target.person.email}`);
    expect.soft(JSON.parse(found.text)).toEqual({ people: [] });
    const photo = await knock(token, `/api/photos/${target.person.id}`);
    expect.soft(outcomeOf(photo), 'photo').toBe('not-found');
    expect.soft(photo.text, 'photo').not.toContain(target.person.email);
    expect.soft((await knock(token, '/admin/users')).text).toContain(own.name);
  });
}

for (const who of [...SCOPED, 'party2_user_admin'] as const) {
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

/** A Party 2 administrator, and a guest: on one contract of another company, whose people are party 1. */
async function guestAdministrator() {
  const [own, other] = [await makeCompany(), await makeCompany()];
  const asker = await makePerson({ company: own, right: 'party2_user_admin' });
  const colleague = await makeTarget(own);
  const host = await makeTarget(other);
  const contract = await makeContract(other);
  await assign(contract, asker, { party: 2, threshold: '100' });
  await assign(contract, host.person, { party: 1 });
  return { asker, colleague, host, contract };
}

test('security 33 and 34: a Party 2 administrator has no users and no photos', async ({
  knock,
}) => {
  const { asker, colleague, host } = await guestAdministrator();
  for (const { company, person } of [colleague, host]) {
    for (const address of [
      '/admin/users?size=100',
      `/admin/users?q=${person.email}`,
      `/admin/users/${person.id}`,
      `/admin/users/${person.id}/contracts`,
      '/api/users/export?format=csv',
      `/api/people?q=${person.email}`,
      `/api/people/choices?kind=company`,
      `/admin/organisation/${company.id}`,
    ]) {
      for (const answer of Object.values(
        await both(knock, (await makeSession(asker.id)).token, address),
      )) {
        expect.soft(outcomeOf(answer), address).toBe('forbidden');
        expect.soft(answer.text, address).not.toContain(person.email);
      }
    }
    expect.soft(outcomeOf(await knock(asker, `/api/photos/${person.id}`))).toBe('not-found');
  }
});

test('security 33 and 34: a Party 2 administrator sees their contracts, and party 2 of them', async ({
  knock,
}) => {
  const { asker, colleague, host, contract } = await guestAdministrator();
  const { token } = await makeSession(asker.id);
  const list = await knock(token, '/admin/contracts?state=all&size=100');
  expect(list.text).toContain(contract.id);
  for (const { parts } of [colleague, host]) {
    expect.soft(list.text).not.toContain(parts.contract);
    for (const answer of Object.values(
      await both(knock, token, `/admin/contracts/${parts.contract}`),
    )) {
      expect.soft(outcomeOf(answer)).toBe('not-found');
    }
  }
  for (const { text } of Object.values(
    await both(knock, token, `/admin/contracts/${contract.id}`),
  )) {
    expect.soft(text).toContain(asker.email);
    expect.soft(text).not.toContain(host.person.email);
  }
  // Whom they may add: people of their own company, and nobody else.
  const candidates = async (person: TestPerson) => {
    const at = `/api/contracts/people?contractId=${contract.id}&q=${person.email}`;
    return (JSON.parse((await knock(token, at)).text) as { choices: { id: string }[] }).choices;
  };
  expect((await candidates(colleague.person)).map(({ id }) => id)).toEqual([colleague.person.id]);
  expect(await candidates((await makeTarget(host.company)).person)).toEqual([]);
});
