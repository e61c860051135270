import { expect, type Page } from '@playwright/test';
import { assign, makeContract } from '@/tests/contracts';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { makeGroup, join } from '@/tests/structure';
import { test } from '../fixtures/test';
import { confirm } from './forms';

/** Somebody on two contracts and in a group. */
async function house() {
  const company = await makeCompany();
  const admin = await makePerson({ company, right: 'user_admin' });
  const person = await makePerson({ company, firstName: 'Iryna', lastName: 'Melnyk' });
  const [kept, archived] = [
    await makeContract(company, { number: 'R-1', name: 'Harbour works', currency: 'JPY' }),
    await makeContract(company, { number: 'R-2', name: 'Bridge' }),
  ];
  const on = { role: 'Clerk', threshold: '25000', emailSetting: 'immediate' } as const;
  await assign(kept, person, { ...on, party: 2 });
  await assign(archived, person, on);
  await assign(await makeContract(await makeCompany()), person, on);
  await join(person.id, await makeGroup(company), 'manual');
  return { admin, person, kept, archived };
}

const active = async (userId: string) =>
  (
    await sql<{ number: string }>(
      `SELECT k.number FROM assignments s JOIN contracts k ON k.id = s.contract_id
       WHERE s.user_id = $1 AND s.is_active ORDER BY k.number`,
      [userId],
    )
  ).map(({ number }) => number);

async function deactivated(page: Page, userId: string) {
  await page.goto(`/admin/users/${userId}`);
  await confirm(page, 'Deactivate', 'Deactivate user');
  await expect(page.getByRole('link', { name: 'Activate' })).toBeVisible();
  expect(await active(userId)).toEqual([]);
}

test('Restore brings back what its preview said, and nothing else', async ({ page, signedIn }) => {
  const { admin, person, archived } = await house();
  await signedIn(admin);
  await deactivated(page, person.id);
  await sql('UPDATE contracts SET archived_at = now() WHERE id = $1', [archived.id]);
  await page.getByRole('link', { name: 'Activate' }).click();
  await expect(page.getByRole('heading', { name: 'Activate Iryna Melnyk' })).toBeVisible();

  const main = page.getByRole('main');
  const lines = main.getByRole('listitem');
  await expect(lines.filter({ hasText: 'R-1 Harbour works' })).toContainText(
    'Party 2 · Clerk · Threshold 25,000 JPY · E-mail: immediate',
  );
  await expect(lines.filter({ hasText: 'R-2 Bridge' })).toContainText('The contract is archived');
  await expect(lines.filter({ hasText: '1 contract of other companies' })).toBeVisible();
  await page.getByRole('button', { name: 'Activate and restore' }).click();

  await expect(page).toHaveURL(new RegExp(`/admin/users/${person.id}$`));
  expect(await active(person.id)).toEqual(['R-1']);
  expect(await sql('SELECT 1 FROM user_groups WHERE user_id = $1', [person.id])).toHaveLength(1);
});

test('Reset activates and brings nothing back', async ({ page, signedIn }) => {
  const { admin, person } = await house();
  await signedIn(admin);
  await deactivated(page, person.id);
  await page.getByRole('link', { name: 'Activate' }).click();
  await page.getByRole('button', { name: 'Activate only' }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/users/${person.id}$`));
  await expect(page.getByRole('button', { name: 'Deactivate', exact: true })).toBeVisible();
  expect(await active(person.id)).toEqual([]);
  expect(await sql('SELECT 1 FROM user_groups WHERE user_id = $1', [person.id])).toEqual([]);
});

test('a passed end date is asked for anew', async ({ page, signedIn }) => {
  const { admin, person } = await house();
  await sql(
    `UPDATE user_access SET is_active = FALSE, end_date = now()::date - 9 WHERE user_id = $1`,
    [person.id],
  );
  await signedIn(admin);
  await page.goto(`/admin/users/${person.id}/activate`);
  const restore = page
    .locator('section')
    .filter({ hasText: 'Activates the account and puts back' });
  const button = restore.getByRole('button', { name: 'Activate and restore' });
  await button.click();
  await expect(page.getByText('Their end date has passed.').first()).toBeVisible();
  await restore.getByLabel(/^End date/).selectOption('A new end date');
  await button.click();
  await expect(page.getByText('Choose a day.').first()).toBeVisible();
  await restore.getByLabel(/^New end date/).fill('2999-12-31');
  await button.click();
  await expect(page).toHaveURL(new RegExp(`/admin/users/${person.id}$`));
  expect(
    await sql('SELECT is_active, end_date::text FROM user_access WHERE user_id = $1', [person.id]),
  ).toEqual([{ is_active: true, end_date: '2999-12-31' }]);
});

test('a mass update restores several at once', async ({ page, signedIn }) => {
  const { admin, person } = await house();
  await signedIn(admin);
  await deactivated(page, person.id);
  await page.goto('/admin/users?status=inactive');
  await page.getByRole('checkbox', { name: /Iryna Melnyk/ }).check();
  await page.getByRole('button', { name: 'Mass Update', exact: true }).click();
  await page.getByRole('link', { name: /^Is Active/ }).click();
  await page.getByLabel(/^What to do/).selectOption('Activate (Restore)');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Activate and restore 1 user' }).click();
  await expect(page.getByRole('heading', { name: 'Mass Update: result' })).toBeVisible();
  expect(await active(person.id)).toEqual(['R-1', 'R-2']);
});
