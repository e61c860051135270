import { expect, type Locator, type Page } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { newPassword } from './forms';
import { chip, filters, rows } from './lists';

/** Presses Tab until the element has the focus, and fails when it cannot be reached so. */
async function tabTo(page: Page, target: Locator, most = 40) {
  await target.waitFor();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by Tab').toBeFocused();
}

test('signing in by keyboard alone', async ({ page }) => {
  const password = newPassword();
  const person = await makePerson({ password });
  await page.goto('/login');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(page.locator('form').getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await tabTo(page, page.getByLabel(/^Password/));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/personal-cabinet$/);
});

test('skipping to the content', async ({ page, signedIn }) => {
  await signedIn(await makePerson());
  await page.goto('/personal-cabinet');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('creating a user by keyboard alone, an error on the way, groups by the hundred', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  await sql(
    `INSERT INTO access_groups (company_id, name)
     SELECT $1, 'Group ' || n FROM generate_series(1, 300) n`,
    [company.id],
  );
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  await page.goto('/admin/users');
  await tabTo(page, page.getByRole('link', { name: 'Create User' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^First name/)).toBeFocused();
  await page.keyboard.type('Solomiia');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Hnatiuk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('solomiia');
  await page.keyboard.press('Enter');
  await expect(page.locator('form').getByRole('alert')).toBeFocused();

  const jump = page.getByRole('link', { name: /Enter an e-mail address/ });
  await tabTo(page, jump);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(`-${company.id}@keys.example`);
  await tabTo(page, page.getByRole('radio', { name: 'No colour' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Red' })).toBeChecked();
  const groups = page.getByRole('group', { name: 'Further groups', exact: true });
  await expect(groups.locator('summary')).toHaveText(/^0 of \d+ chosen$/);
  await tabTo(page, groups.locator('summary'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(groups.getByLabel('Narrow further groups')).toBeFocused();
  await page.keyboard.type('group 29');
  await tabTo(page, groups.getByLabel('Group 299'));
  await page.keyboard.press('Space');
  await expect(groups.locator('summary')).toHaveText(/^1 of \d+ chosen: Group 299$/);
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, page.getByLabel('Require two-factor authentication'));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Create user' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Solomiia Hnatiuk');
  await expect(page.getByText('Second factor owed')).toBeVisible();
  await expect(page.getByText('Group 299 · by hand')).toBeVisible();
});

test('a mass update of all results by keyboard alone', async ({ page, signedIn }) => {
  const admin = await makeCrowd(30);
  await signedIn(admin);
  await page.goto('/admin/users');
  await tabTo(page, page.getByLabel('Select all on this page'));
  await page.keyboard.press('Space');
  await expect(rows(page).getByRole('checkbox', { checked: true })).toHaveCount(25);
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Select All Results (31)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Mass Update' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: /^Locked/ }));
  await page.keyboard.press('Enter');
  const way = page.getByLabel(/^What to do/);
  await tabTo(page, way);
  await page.keyboard.type('lock');
  await expect(way).toHaveValue('lock');
  await tabTo(page, page.getByLabel('Reason'));
  await page.keyboard.type('A breach');
  await tabTo(page, page.getByRole('button', { name: 'Preview' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel(/^Type 27/));
  await page.keyboard.type('27');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Mass Update: result' })).toBeVisible();
  expect(
    await sql(`SELECT 1 FROM user_access WHERE company_id = $1 AND locked_at IS NOT NULL`, [
      admin.companyId,
    ]),
  ).toHaveLength(30);
});

test('an import by keyboard alone, a column matched by hand', async ({ page, signedIn }) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  await page.goto('/admin/users');
  await tabTo(page, page.getByRole('link', { name: 'Import' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('File'));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  const lines = ['First name,Last name,Where to write', `Olha,Bondar,olha@${company.id}.example`];
  const buffer = Buffer.from(lines.join('\n'));
  await (await chooser).setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
  await tabTo(page, page.getByRole('button', { name: 'Upload and match columns' }));
  await page.keyboard.press('Enter');
  const column = page.getByLabel(/Where to write/);
  await tabTo(page, column);
  await page.keyboard.type('e-mail');
  await expect(column).toHaveValue('email');
  await tabTo(page, page.getByRole('button', { name: 'Check 1 row' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Create 1 person' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 person created')).toBeVisible();
});

test('filtering, saving a view and removing the filters by keyboard alone', async ({
  page,
  signedIn,
}) => {
  await signedIn(await makeCrowd(30));
  await page.goto('/admin/users');
  await tabTo(page, page.getByRole('button', { name: /^Filters/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, filters(page).getByLabel('Locked'));
  await page.keyboard.press('Space');
  await tabTo(page, filters(page).getByLabel('2FA missing'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(filters(page)).toBeHidden();
  await expect(rows(page)).toHaveCount(3);

  await tabTo(page, page.getByRole('button', { name: 'Views', exact: true }));
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Views' });
  await tabTo(page, sheet.getByLabel(/^Name/));
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('link', { name: 'By keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Views', exact: true })).toBeFocused();

  await tabTo(page, chip(page, 'Status: Locked'));
  await page.keyboard.press('Enter');
  await expect(chip(page, 'Status: 2FA missing')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox').first()).toBeFocused();
  await expect(page).toHaveURL(/\/admin\/users$/);
});

test('the lock dialog takes the focus, keeps it, gives it back, and locks', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  const person = await makePerson({ company, firstName: 'Taras', lastName: 'Lysenko' });
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  await page.goto(`/admin/users/${person.id}`);
  const lock = page.getByRole('button', { name: 'Lock', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Lock user' });
  await tabTo(page, lock);
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel(/^Reason/)).toBeFocused();
  await expect(dialog).toContainText('Taras Lysenko');
  for (let pressed = 0; pressed < 6; pressed += 1) {
    await page.keyboard.press('Tab');
    // A guard at the dialog's edge may hold the focus for a moment before it sends it back in.
    await expect
      .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
      .toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(lock).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel(/^Reason/)).toBeFocused();
  await page.keyboard.type('Left without notice');
  await tabTo(page, dialog.getByRole('button', { name: 'Lock user' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Left without notice').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main, header') !== null))
    .toBe(true);
});
