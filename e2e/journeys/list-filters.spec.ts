import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { makeGroup } from '@/tests/structure';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { chip, choose, filters, openFilters, rows } from './lists';

/** A crowd in which Person 001 alone is an analyst in Finance, in a group, not seen since January. */
async function scene() {
  const admin = await makeCrowd(30);
  const company = { id: admin.companyId ?? '', name: '' };
  const [department] = await sql<{ id: string }>(
    `INSERT INTO departments (company_id, name) VALUES ($1, 'Finance') RETURNING id`,
    [company.id],
  );
  const [position] = await sql<{ id: string }>(
    `INSERT INTO positions (department_id, name) VALUES ($1, 'Analyst') RETURNING id`,
    [department?.id],
  );
  await sql(
    `UPDATE users SET department_id = $2, position_id = CASE WHEN last_name = '001' THEN $3::uuid END
     WHERE company_id = $1 AND last_name IN ('001', '002')`,
    [company.id, department?.id, position?.id],
  );
  await sql(
    `UPDATE user_access SET start_date = '2026-02-01', last_active_at = '2026-01-05'
     WHERE user_id IN (SELECT id FROM users WHERE company_id = $1 AND last_name = '001')`,
    [company.id],
  );
  return admin;
}

async function fillIn(page: Page) {
  const sheet = await openFilters(page);
  await choose(page, 'Department', 'Finance');
  await choose(page, 'Position', 'Analyst');
  await sheet.getByLabel('Active', { exact: true }).check();
  await sheet.getByLabel('2FA missing').check();
  await sheet.getByLabel('Employment Status').selectOption({ label: 'Currently Active' });
  await sheet.getByLabel('From').fill('2026-01-01');
  await sheet.getByLabel('To', { exact: true }).fill('2026-03-01');
  await sheet.getByLabel('No activity since').fill('2026-06-01');
  await sheet.getByRole('button', { name: 'Apply filters' }).click();
}

const CHIPS = [
  'Department: Finance',
  'Position: Analyst',
  'Status: Active',
  'Status: 2FA missing',
  'Employment Status: Currently Active',
  'Start Date: 2026-01-01 to 2026-03-01',
  'No activity since: 2026-06-01',
];

test('filters combine, come back from a pasted address, and go one by one', async ({
  page,
  signedIn,
  another,
}) => {
  const admin = await scene();
  await signedIn(admin);
  await page.goto('/admin/users');
  await fillIn(page);
  await expect(filters(page)).toBeHidden();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Person 001');
  for (const name of CHIPS) await expect(chip(page, name)).toBeVisible();

  const other = await another(admin);
  await other.goto(page.url());
  await expect(rows(other)).toHaveCount(1);
  const sheet = await openFilters(other);
  await expect(sheet.getByRole('combobox', { name: 'Department' })).toHaveValue('Finance');
  await expect(sheet.getByLabel('2FA missing')).toBeChecked();
  await expect(sheet.getByLabel('No activity since')).toHaveValue('2026-06-01');
  await other.keyboard.press('Escape');

  for (const [index, name] of CHIPS.entries()) {
    await chip(other, name).click();
    await expect(chip(other, name)).toHaveCount(0);
    for (const left of CHIPS.slice(index + 1)) await expect(chip(other, left)).toBeVisible();
  }
  await expect(other).toHaveURL(/\/admin\/users$/);
  await other.goBack();
  await expect(chip(other, CHIPS.at(-1) ?? '')).toBeVisible();

  await page.getByRole('link', { name: 'Clear all' }).first().click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(rows(page)).toHaveCount(25);
});

test('a superuser goes from company to department; another company begins anew', async ({
  page,
  signedIn,
}) => {
  const admin = await scene();
  const [company] = await sql<{ name: string }>('SELECT name FROM companies WHERE id = $1', [
    admin.companyId,
  ]);
  await signedIn(await makePerson({ right: 'superuser', company: null }));
  await page.goto('/admin/users');
  const sheet = await openFilters(page);
  await expect(sheet.getByRole('combobox', { name: 'Department' })).toBeDisabled();
  await choose(page, 'Company', company?.name ?? '');
  await choose(page, 'Department', 'Finance');
  await sheet.getByRole('button', { name: 'Clear company' }).click();
  await expect(sheet.getByRole('combobox', { name: 'Department' })).toHaveValue('');
  await choose(page, 'Company', company?.name ?? '');
  await choose(page, 'Department', 'Finance');
  await sheet.getByRole('button', { name: 'Apply filters' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(chip(page, 'Company')).toContainText(company?.name ?? '');
});

/** Puts Person 003 into the group, and gives them the role. */
async function give(admin: TestPerson, group: string) {
  await sql(
    `INSERT INTO user_groups (user_id, group_id, source)
     SELECT id, $2, 'manual' FROM users WHERE company_id = $1 AND last_name = '003'`,
    [admin.companyId, group],
  );
}

test('security 33: what a foreign id names stays unknown, an own group is named', async ({
  page,
  signedIn,
}) => {
  const admin = await makeCrowd(5);
  const group = await makeGroup(null);
  await give(admin, group);
  await signedIn(admin);
  await page.goto(`/admin/users?group=${group}`);
  await expect(chip(page, 'Access group: Group')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  const stranger = await makePerson();
  await page.goto(`/admin/users?company=${stranger.companyId ?? ''}&role=${randomUUID()}`);
  await expect(chip(page, 'Company: unknown')).toBeVisible();
  await expect(chip(page, 'Platform role: unknown')).toBeVisible();
  await expect(page.getByText('Nobody matches')).toBeVisible();
});

test.describe('before any script', () => {
  test.use({ javaScriptEnabled: false });

  test('the sheet of filters is a plain form', async ({ page, signedIn }) => {
    await signedIn(await scene());
    await page.goto('/admin/users');
    const sheet = await openFilters(page);
    await sheet.getByLabel('Department').selectOption({ label: 'Finance' });
    await sheet.getByLabel('Active', { exact: true }).check();
    await sheet.getByLabel('2FA missing').check();
    await sheet.getByRole('button', { name: 'Apply filters' }).click();
    await expect(rows(page)).toHaveCount(2);
    for (const name of ['Department: Finance', 'Status: Active', 'Status: 2FA missing']) {
      await expect(chip(page, name)).toBeVisible();
    }
  });
});
