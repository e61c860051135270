import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { setupToken } from '@/lib/setup/token';
import { makeContoso, messyFile } from '@/tests/imports';
import { assign, contractRole, makeContract } from '@/tests/contracts';
import { makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { makeLink, makeNewcomer, makeWordedCompany } from '@/tests/newcomers';
import { picture } from '@/tests/pictures';
import { codeOf, giveSecondFactor } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { makeDepartment, makeGroup, makePosition, makeQuiz, makeRole } from '@/tests/structure';
import { PASSWORD } from '../attacks/support/cast';
import { failedMail } from '../attacks/support/mail';
import { makeCrowd } from '../journeys/crowd';
import { unfold } from '../journeys/forms';
import { openSheet } from '../journeys/lists';
import { test } from '../fixtures/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const WIDTHS = [1440, 360];
const THEMES = ['light', 'dark'] as const;

/** Only colours depend on the theme: every rule at each width once, contrast in each theme too. */
function axe(page: Page, colorScheme: (typeof THEMES)[number]) {
  const builder = new AxeBuilder({ page });
  return colorScheme === 'light' ? builder.withTags(TAGS) : builder.withRules(['color-contrast']);
}

/** In both themes, wide and narrow: axe finds nothing, and the page does not scroll sideways. */
async function expectFlawless(page: Page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    // Scrolled, something always lies half under the header, too small a target.
    await page.evaluate(() => scrollTo(0, 0));
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await axe(page, colorScheme).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect.soft(found, `${width} px, ${colorScheme}`).toEqual([]);
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(beyond, `pixels beyond ${width}`).toBeLessThanOrEqual(0);
  }
}

// Idle, where the network comes to rest: then the scripts of the page listen.
async function open(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
}

test('sign-in, with a reason and with an error', async ({ page }) => {
  await open(page, '/login?reason=locked');
  await expectFlawless(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Enter your e-mail');
  await expectFlawless(page);
});

test('setup, closed', async ({ page }) => {
  await makePerson({ right: 'superuser' });
  await open(page, `/setup?token=${setupToken(process.env.APP_SECRET ?? '')}`);
  await expect(page.getByRole('heading', { name: 'Setup is closed' })).toBeVisible();
  await expectFlawless(page);
});

test('a forgotten password: to ask, asked, a link no more, and to choose', async ({ page }) => {
  for (const query of ['', '?notice=sent', '?token=x']) {
    await open(page, `/password_reset${query}`);
    await expectFlawless(page);
  }
  const { id } = await makePerson();
  const token = await makeLink(id, { purpose: 'password_reset' });
  await open(page, `/password_reset?token=${token}`);
  await page.getByLabel(/^New password/).fill('kettle');
  await expect(page.getByText('Password strength')).toBeAttached();
  await expectFlawless(page);
  await open(page, '/login?reason=password_reset');
  await expectFlawless(page);
});

test('a first login: to ask, asked, and a link with and without the control word', async ({
  page,
  context,
}) => {
  for (const query of ['', '?notice=sent']) {
    await open(page, `/first_login${query}`);
    await expectFlawless(page);
  }
  const askedBy = { deviceToken: 'this browser' };
  const { id } = await makeNewcomer();
  const address = `/first_login?token=${await makeLink(id, { askedBy })}`;
  await open(page, address);
  await expect(page.getByLabel(/^Control word/)).toBeVisible();
  await expectFlawless(page);
  const value = askedBy.deviceToken;
  await context.addCookies([{ name: 'known-device', value, url: page.url() }]);
  await open(page, address);
  await expect(page.getByLabel(/^Control word/)).toHaveCount(0);
  await expectFlawless(page);
});

test('setting up a second factor, in its three stages', async ({ page, signedIn }) => {
  await signedIn(await makePerson({ password: PASSWORD, twoFactorRequired: true }));
  await open(page, '/set-up-2fa');
  await page.getByLabel(/^Current password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set Up 2FA' }).click();
  const key = (await page.locator('code').innerText()).replace(/\s/g, '');
  await expectFlawless(page);
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.getByLabel(/^Code/).fill(await codeOf(key));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('list', { name: 'Backup codes' });
  await expect(codes).toBeVisible();
  const beyond = await codes.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(beyond, 'codes that stick out of their box').toBeLessThanOrEqual(0);
  await expectFlawless(page);
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('alert').first()).toContainText('tick that you have them');
  await expectFlawless(page);
  await open(page, '/set-up-2fa');
  await expect(page.getByRole('button', { name: 'Show new backup codes' })).toBeVisible();
  await expectFlawless(page);
});

test('the second factor by backup code, and a wrong one', async ({ page, signedIn }) => {
  const person = await makePerson();
  await giveSecondFactor(person.id);
  await signedIn(person);
  await open(page, '/two-factor?with=backup-code');
  await page.getByLabel(/^Backup code/).fill('AAAA-BBBB-CCCC-DDDD');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert').first()).toContainText('not right');
  await expectFlawless(page);
});

const LONG = {
  firstName: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2),
  lastName: 'אַבְרָהָם 山田太郎 Οικονομοπούλου',
};

const OWED: [heading: string, is: PersonOptions][] = [
  ['Change your password', { passwordChangeOwed: true }],
  ['Set up your second factor', { twoFactorRequired: true }],
  ['Second factor', { twoFactorEnabled: true }],
  ['Complete your profile', { profileCompletionOwed: true }],
];
for (const [heading, is] of OWED) {
  test(`the owed step: ${heading}`, async ({ page, signedIn }) => {
    await signedIn(await makePerson(is));
    await open(page, '/');
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expectFlawless(page);
  });
}

for (const path of ['/personal-cabinet?notice=staff-only', '/update_profile']) {
  test(path, async ({ page, signedIn, another }) => {
    const person = await makePerson();
    await signedIn(person);
    await another(person);
    await open(page, path);
    await expectFlawless(page);
  });
}

/** A person whose second factor is on, with three backup codes left, and signed in with it. */
async function withSecondFactor() {
  const person = await makePerson({ password: PASSWORD });
  await giveSecondFactor(person.id);
  await sql(
    `DELETE FROM backup_codes WHERE id IN (SELECT id FROM backup_codes WHERE user_id = $1 LIMIT 7)`,
    [person.id],
  );
  return person;
}

test('the account settings with a second factor, and its windows', async ({ page, signedIn }) => {
  await signedIn(await withSecondFactor(), { secondFactor: true });
  await open(page, '/update_profile');
  await expect(page.getByText('3 backup codes left')).toBeVisible();
  await expectFlawless(page);
  await page.getByRole('button', { name: 'Disable' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expectFlawless(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Regenerate Backup Codes' }).click();
  await dialog.getByLabel(/^Current password/).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Regenerate Backup Codes' }).click();
  await expect(dialog.getByRole('list', { name: 'Backup codes' })).toBeVisible();
  await expectFlawless(page);
});

test('a cabinet with a photo', async ({ page, signedIn }) => {
  const person = await makePerson();
  await sql('INSERT INTO user_photos (user_id, content) VALUES ($1, $2)', [
    person.id,
    await picture('webp', 512, 512),
  ]);
  await signedIn(person);
  await open(page, '/personal-cabinet');
  await expectFlawless(page);
});

test('mail in every state, and its window', async ({ page, signedIn }) => {
  const company = await makeCompany();
  await failedMail(company, `550 ${'mailbox unavailable '.repeat(20)}`);
  await sql(
    `INSERT INTO mails (template, to_address, props, company_id, state)
     SELECT 'password-reset', state || '@example.org', '{}', $1, state
     FROM unnest('{queued,sent,dropped}'::mail_state[]) AS state`,
    [company.id],
  );
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  await open(page, '/admin/mail?q=nobody-at-all');
  await expectFlawless(page);
  await open(page, '/admin/mail');
  await expectFlawless(page);
  await page.getByRole('button', { name: 'Retry', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await expectFlawless(page);
});

test('the settings, with an error', async ({ page, signedIn }) => {
  await signedIn(await makePerson({ right: 'superuser' }));
  await open(page, '/admin/settings?notice=saved');
  await page.getByLabel(/^Minimum length/).fill('7');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('alert').first()).toContainText('from 8 to 64');
  await expectFlawless(page);
});

test('invitations in every state, and the menu of a person', async ({ page, signedIn }) => {
  const company = await makeWordedCompany();
  const person = await makePerson({ ...LONG, company, profileCompletionOwed: true });
  for (const expiresInSeconds of [900, 900, 900, 900, -60]) {
    await makeLink(person.id, { expiresInSeconds });
  }
  await sql(
    `WITH one AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM access_links WHERE user_id = $1)
     UPDATE access_links l SET opened_at = CASE n WHEN 1 THEN now() END,
       consumed_at = CASE n WHEN 2 THEN now() END, voided_at = CASE n WHEN 3 THEN now() END
     FROM one WHERE one.id = l.id`,
    [person.id],
  );
  await signedIn(await makePerson({ company, right: 'superuser' }));
  await open(page, `/admin/users/${person.id}`);
  await expectFlawless(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menu').waitFor();
  await expectFlawless(page);
  await page.getByRole('menuitem', { name: 'Change photo' }).click();
  await page.getByRole('dialog').waitFor();
  await expectFlawless(page);
});

const PAGES = [
  '/admin/users',
  '/admin/users?q=person&status=locked,staff&employment=past&idleSince=2026-01-01&from=2026-01-01',
  '/admin/users?q=nobody-at-all',
  '/admin/users/new',
  '/admin/organisation',
  '/admin/rights',
  '/admin/downloads',
];
for (const path of PAGES) {
  test(path, async ({ page, signedIn }) => {
    await signedIn(await makeCrowd(30));
    await open(page, path);
    await expectFlawless(page);
  });
}

test('a form with errors', async ({ page, signedIn }) => {
  await signedIn(await makePerson({ right: 'superuser' }));
  await open(page, '/admin/users/new');
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByRole('link', { name: 'The first name is required.' })).toBeVisible();
  await expectFlawless(page);
});

test('a person to edit, with a move, and an account to give a profile', async ({
  page,
  signedIn,
}) => {
  test.setTimeout(120_000);
  const [company, other] = [await makeCompany(), await makeCompany()];
  const role = await makeRole(company, [await makeGroup(company)]);
  await makePosition(await makeDepartment(company));
  const person = await makePerson({ company, source: 'directory' });
  await sql('INSERT INTO user_roles (user_id, role_id) VALUES ($1, $2)', [person.id, role]);
  const account = await makePerson({ company: null });
  await signedIn(await makePerson({ company, right: 'superuser' }));
  for (const path of [
    `/admin/users/${person.id}/edit`,
    `/admin/users/${person.id}/edit?company=${other.id}&q=comp`,
    '/admin/users/new?mode=existing',
    `/admin/users/new?mode=existing&user=${account.id}`,
  ]) {
    await open(page, path);
    await expectFlawless(page);
  }
});

test('a company, to edit and to create', async ({ page, signedIn }) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'superuser' }));
  await open(page, '/admin/organisation/new');
  await expectFlawless(page);
  await open(page, `/admin/organisation/${company.id}/settings`);
  await expectFlawless(page);
});

test('a key person to deactivate, the ways back, tasks and leavers', async ({ page, signedIn }) => {
  test.setTimeout(180_000);
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'superuser' }));
  const [held, lonely] = [await makeContract(company), await makeContract(company)];
  const key = await makePerson({ company, locked: true, endDate: '2999-01-01' });
  const sole = await makePerson({ company });
  await assign(held, key, { approver: true, namedManager: true });
  await assign(held, await makePerson({ company }));
  await assign(lonely, sole, { approver: true });
  await sql(
    `INSERT INTO tasks (kind, company_id, contract_id) VALUES ('contract_uncovered', $1, $2)`,
    [company.id, held.id],
  );
  const out = await makePerson({ company, isActive: false, endDate: '2020-01-01' });
  await makePerson({ company, endDate: new Date().toISOString().slice(0, 10) });
  for (const path of [
    `/admin/users/${key.id}/deactivate`,
    `/admin/users/${sole.id}/deactivate`,
    `/admin/users/${out.id}/activate`,
    '/admin/tasks',
    '/admin/tasks?q=nothing-at-all&state=closed',
    '/admin/leavers',
    '/admin/leavers?reason=dormant&seats=only&q=nobody-at-all',
  ]) {
    await open(page, path);
    await expectFlawless(page);
  }
});

test('contracts: the list, one open and one archived, to create with errors, to edit, their roles', async ({
  page,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'superuser' }));
  const contract = await makeContract(company, { isPractice: true });
  const archived = await makeContract(company, { archived: true });
  await assign(contract, await makePerson({ company, locked: true }), { approver: true });
  const at = `/admin/organisation/${company.id}/contract-roles`;
  for (const path of [
    `/admin/contracts?company=${company.id}&state=all`,
    '/admin/contracts?q=nothing-at-all',
    `/admin/contracts/${contract.id}`,
    `/admin/contracts/${archived.id}`,
    `/admin/contracts/${contract.id}/edit`,
    at,
    `${at}/${await contractRole(company.id)}`,
  ]) {
    await open(page, path);
    await expectFlawless(page);
  }
  await open(page, '/admin/contracts/new');
  await page.getByRole('button', { name: 'Create Contract' }).click();
  await expect(page.getByRole('link', { name: 'The number is required.' })).toBeVisible();
  await expectFlawless(page);
  await open(page, `/admin/contracts/${contract.id}`);
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await expectFlawless(page);
});

test('the people on a contract: to read, edit, verify, refused, to add, to replace; a person’s contracts', async ({
  page,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'superuser' }));
  const contract = await makeContract(company);
  const [key, locked] = [
    await makePerson({ ...LONG, company }),
    await makePerson({ company, locked: true }),
  ];
  await assign(contract, key, { approver: true, namedManager: true });
  await assign(contract, locked, { isActive: false });
  await assign(await makeContract(company, { archived: true, currency: 'KWD' }), key);
  const at = `/admin/contracts/${contract.id}`;
  for (const path of [
    `${at}?q=nobody-at-all`,
    `${at}/people/new`,
    `${at}/people/${key.id}/replace`,
    `/admin/users/${key.id}/contracts`,
    `/admin/users/${key.id}/contracts?edit=1`,
  ]) {
    await open(page, path);
    await expectFlawless(page);
  }
  await open(page, `${at}?edit=1`);
  await expectFlawless(page);
  const verify = page.getByRole('button', { name: 'Verify' });
  await page.getByLabel('Threshold, EUR').first().fill('1250.5');
  await verify.click();
  await page.getByRole('region', { name: 'What changes' }).waitFor();
  await expectFlawless(page);
  await page.getByRole('button', { name: 'Back to editing' }).click();
  for (const tick of await page.getByLabel('Approver').all()) await tick.uncheck();
  await verify.click();
  await expect(page.getByRole('alert').first()).toContainText('Choose a successor');
  await expectFlawless(page);
});

test('the organisation: structure, chart, a role with what changes, a group, a quiz', async ({
  page,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'superuser' }));
  const at = `/admin/organisation/${company.id}`;
  const department = await makeDepartment(company);
  const position = await makePosition(department);
  const [group, other, role] = [
    await makeGroup(company),
    await makeGroup(null),
    await makeRole(company),
  ];
  for (const path of [
    at,
    `${at}/chart`,
    `${at}/roles`,
    `${at}/groups`,
    `${at}/departments/${department}`,
    `${at}/positions/${position}`,
    `${at}/roles/${role}?chosen=1&group=${group}`,
    `${at}/groups/${group}`,
    `${at}/quizzes`,
    `${at}/quizzes/new`,
    `${at}/quizzes/${await makeQuiz(company)}`,
    '/admin/groups',
    `/admin/groups/${other}`,
  ]) {
    await open(page, path);
    await expectFlawless(page);
  }
});

test('a mass update: none yet, its fields, a value with an error, preview, outcome', async ({
  page,
  signedIn,
}) => {
  test.setTimeout(180_000);
  await signedIn(await makeCrowd(30));
  await open(page, '/admin/users/mass');
  await expectFlawless(page);
  await page.setViewportSize({ width: 1440, height: 800 });
  await open(page, '/admin/users');
  await page.getByLabel('Select all on this page').check();
  await page.getByRole('button', { name: 'Select All Results (31)' }).click();
  await page.getByRole('button', { name: 'Mass Update' }).click();
  await page.waitForURL(/\/mass\/[\da-f-]{36}$/);
  const list = page.url();
  for (const field of ['', '?field=colour', '?field=place', '?field=group', '?field=locked']) {
    await open(page, list + field);
    await expectFlawless(page);
  }
  await page.getByLabel(/^What to do/).selectOption('Lock');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('alert').getByText('A reason is required.')).toBeVisible();
  await expectFlawless(page);
  await page.getByLabel('Reason').fill('A breach');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('list', { name: 'Outcomes' }).waitFor();
  await expectFlawless(page);
  await page.getByLabel(/^Type 27/).fill('27');
  await page.getByRole('button', { name: 'Lock 27 users' }).click();
  await expect(page.getByRole('heading', { name: 'Mass Update: result' })).toBeVisible();
  await expectFlawless(page);
  await open(page, `${page.url()}?outcome=yourself&q=zo`);
  await expectFlawless(page);
  await open(page, '/admin/users/mass');
  await expectFlawless(page);
});

test('deactivating the results of a filter', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(30));
  await open(page, '/admin/users?q=person');
  await page.getByRole('button', { name: 'Deactivate Users' }).first().click();
  await expect(page.getByRole('button', { name: 'Agree and Proceed' })).toBeVisible();
  await expectFlawless(page);
});

test('an import: to upload, refused, its columns, checked, done', async ({ page, signedIn }) => {
  test.setTimeout(120_000);
  const company = await makeContoso(`Contoso ${randomUUID()}`);
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  await open(page, '/admin/users/import');
  await expectFlawless(page);
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel('File').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Upload and match columns' }).click();
  };
  await upload('macros.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]));
  await expect(page.getByRole('alert').first()).toContainText('Excel before 2007');
  await expectFlawless(page);
  // Other tests may have created the same people.
  const people = (await messyFile(company.name)).toString().replaceAll('@', `@${randomUUID()}.`);
  await upload('people.csv', Buffer.from(people));
  await expect(page.getByRole('heading', { name: 'Match columns' })).toBeVisible();
  await expectFlawless(page);
  await page.getByRole('button', { name: 'Check 22 rows' }).click();
  await expect(page.getByRole('heading', { name: 'Check import' })).toBeVisible();
  await expectFlawless(page);
  await page.getByLabel(/^Create only the/).check();
  await page.getByRole('button', { name: /^Create \d+ people/ }).click();
  await expect(page.getByRole('heading', { name: 'Import result' })).toBeVisible();
  await expectFlawless(page);
  await open(page, '/admin/users/import');
  await expectFlawless(page);
});

test('an export that runs', async ({ page, signedIn }) => {
  const admin = await makeCrowd(3);
  await sql(
    `INSERT INTO exports (owner_id, id, name, format, total, written)
     VALUES ($1, gen_random_uuid(), 'users', 'xlsx', 1000000, 123456)`,
    [admin.id],
  );
  await signedIn(admin);
  await open(page, '/admin/users');
  await expect(page.getByText('Exporting users: 123,456 of 1,000,000')).toBeVisible();
  await expectFlawless(page);
});

test('a quick look, and a form with groups by the hundred, opened', async ({ page, signedIn }) => {
  test.setTimeout(120_000);
  const admin = await makeCrowd(30);
  const company = { id: admin.companyId ?? '', name: '' };
  const person = await makePerson({
    ...LONG,
    company,
    locked: true,
    endDate: '2020-01-01',
    right: 'auditor',
  });
  await sql(
    `INSERT INTO access_groups (company_id, name)
     SELECT $1, 'Group ' || n FROM generate_series(1, 300) n`,
    [company.id],
  );
  await signedIn(admin);
  await open(page, `/admin/users?look=${person.id}`);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFlawless(page);
  await open(page, '/admin/users/new');
  await expectFlawless(page);
  await unfold(page, 'Further groups');
  await page.getByLabel('Group 12', { exact: true }).check();
  await expectFlawless(page);
});

test('not found and not allowed', async ({ page, signedIn, tolerate }) => {
  tolerate(/40[34]/);
  await signedIn(await makePerson({ right: 'auditor' }));
  await open(page, '/admin/nowhere');
  await expectFlawless(page);
  await open(page, '/admin/users/new');
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible();
  await expectFlawless(page);
});

test('a person in every state, with a name of any length and script', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  const person = await makePerson({
    ...LONG,
    company,
    locked: true,
    isActive: false,
    endDate: '2020-01-01',
    passwordChangeOwed: true,
    twoFactorRequired: true,
    profileCompletionOwed: true,
    right: 'auditor',
  });
  await signedIn(await makePerson({ company, right: 'superuser' }));
  await open(page, `/admin/users/${person.id}`);
  await expect(page.getByText('Expired')).toBeVisible();
  await expectFlawless(page);
  await open(page, '/admin/users');
  await expectFlawless(page);
});

const DIALOGS = [
  ['Lock', 'Lock user'],
  ['Deactivate', 'Deactivate user'],
  ['Set password', 'Set password'],
  ['End all sessions', 'End all sessions'],
] as const;
for (const [button, title] of DIALOGS) {
  test(`the dialog: ${title}`, async ({ page, signedIn, another }) => {
    const company = await makeCompany();
    const person = await makePerson({ ...LONG, company });
    await another(person);
    await signedIn(await makePerson({ company, right: 'superuser' }));
    await open(page, `/admin/users/${person.id}`);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await expectFlawless(page);
  });
}

const FLOATING: [name: string, open: (page: Page) => Promise<unknown>][] = [
  [
    'the palette with people',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('person');
      await page.getByRole('option', { name: /Person 001/ }).waitFor();
    },
  ],
  [
    'the shortcut sheet',
    async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['the sheet of filters', (page) => openSheet(page, 'Filters')],
  ['the sheet of views', (page) => openSheet(page, 'Views')],
  ['the sheet of the display', (page) => openSheet(page, 'Display')],
  ['a selection', (page) => page.getByLabel('Select all on this page').check()],
  [
    'the account menu',
    async (page) => {
      await page.getByRole('button', { name: /^Account:/ }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
];
for (const [name, show] of FLOATING) {
  test(name, async ({ page, signedIn }) => {
    await signedIn(await makeCrowd(12));
    await open(page, '/admin/users');
    await show(page);
    await expectFlawless(page);
  });
}
