import { expect } from '@playwright/test';
import { makePerson } from '@/tests/people';
import { test } from '../fixtures/test';
import { emptyHouse } from './empty-house';
import { fillNewPassword, newPassword, signIn } from './forms';

test.use({ javaScriptEnabled: false });

test('signing in works without scripts, and leads on', async ({ page }) => {
  const password = newPassword();
  const person = await makePerson({ password });
  await page.goto('/update_profile');
  await expect(page).toHaveURL(/\/login\?next=/);
  await signIn(page, person.email, password);
  await expect(page).toHaveURL(/\/update_profile$/);
});

test('a wrong password says so without scripts, and keeps the e-mail', async ({ page }) => {
  const person = await makePerson({ password: newPassword() });
  await page.goto('/login');
  await signIn(page, person.email, 'not the password');
  await expect(page.getByRole('alert')).toContainText('do not match an account');
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await expect(page.getByLabel(/^Password/)).toHaveValue('');
});

test('somebody signs out without scripts', async ({ page, signedIn }) => {
  await signedIn(await makePerson());
  await page.goto('/personal-cabinet');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You have signed out.')).toBeVisible();
});

test('setting up works without scripts: errors first, then the superuser', async ({
  browser,
  watch,
}) => {
  test.setTimeout(90_000);
  const house = await emptyHouse();
  const context = await browser.newContext({ baseURL: house.origin, javaScriptEnabled: false });
  watch.on(context);
  try {
    const page = await context.newPage();
    await page.goto(house.setupLink);
    await page.getByLabel(/^First name/).fill('Olena');
    await page.getByLabel(/^Last name/).fill('Koval');
    await page.getByLabel('E-mail').fill('olena@plain.example');
    await fillNewPassword(page, 'short');
    await page.getByRole('button', { name: 'Create superuser' }).click();
    await expect(page.getByRole('alert')).toContainText('at least 8 characters');
    await expect(page.getByLabel('E-mail')).toHaveValue('olena@plain.example');
    await expect(page.getByLabel(/^New password/)).toHaveValue('');
    await fillNewPassword(page, newPassword());
    await page.getByRole('button', { name: 'Create superuser' }).click();
    await expect(page).toHaveURL(/\/admin\/organisation\/new$/);
  } finally {
    await context.close();
    await house.stop();
  }
});
