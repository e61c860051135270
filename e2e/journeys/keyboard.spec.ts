import { expect, type Locator, type Page } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { test } from '../fixtures/test';
import { newPassword } from './forms';

/** Presses Tab until the element has the focus, and fails when it cannot be reached so. */
async function tabTo(page: Page, target: Locator, most = 80) {
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

test('creating a user by keyboard alone, an error on the way', async ({ page, signedIn }) => {
  const company = await makeCompany();
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
  await tabTo(page, page.getByLabel('Require two-factor authentication'));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Create user' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Solomiia Hnatiuk');
  await expect(page.getByText('Second factor owed')).toBeVisible();
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
