import { expect } from '@playwright/test';
import { makeNewcomer, WORD } from '@/tests/newcomers';
import { makePerson } from '@/tests/people';
import { codeOf } from '@/tests/second-factor';
import { mailTo } from '../fixtures/inbox';
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

test('a forgotten password is replaced without scripts', async ({ page }) => {
  const person = await makePerson({ password: newPassword() });
  const password = newPassword();
  await page.goto('/password_reset');
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('a mail is on its way')).toBeVisible();
  await page.goto((await mailTo(person.email)).link ?? '');
  await fillNewPassword(page, 'short');
  await page.getByRole('button', { name: 'Save new password' }).click();
  await expect(page.getByRole('alert')).toContainText('at least 8 characters');
  await fillNewPassword(page, password);
  await page.getByRole('button', { name: 'Save new password' }).click();
  await expect(page.getByText('Your new password is saved.')).toBeVisible();
  await signIn(page, person.email, password);
  await expect(page).toHaveURL(/\/personal-cabinet$/);
});

test('a first login goes through without scripts, to the second factor', async ({ page }) => {
  const person = await makeNewcomer({ twoFactorRequired: true });
  const password = newPassword();
  await page.goto('/first_login');
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel(/^Control word/).fill(WORD);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await page.goto((await mailTo(person.email)).link ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page).toHaveURL(/\/complete-profile$/);
  await page.getByLabel(/^Phone/).fill('not a number');
  await fillNewPassword(page, password);
  await page.getByRole('button', { name: 'Complete profile' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a number that exists');
  await page.getByLabel(/^Phone/).fill('+380 44 123 4567');
  await fillNewPassword(page, password);
  await page.getByRole('button', { name: 'Complete profile' }).click();

  await expect(page).toHaveURL(/\/set-up-2fa$/);
  await page.getByLabel(/^Current password/).fill(password);
  await page.getByRole('button', { name: 'Set Up 2FA' }).click();
  const key = (await page.locator('code').innerText()).replace(/\s/g, '');
  await page.getByLabel(/^Code/).fill(await codeOf(key));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await page.getByLabel('I have saved these codes').check();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page).toHaveURL(/\/personal-cabinet$/);
});
