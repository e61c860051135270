import { expect, type Page } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { codeOf, giveSecondFactor } from '@/tests/second-factor';
import { mailTo } from '../fixtures/inbox';
import { test } from '../fixtures/test';
import { confirmFromMenu, newPassword, signIn } from './forms';

/** Gives a backup code where one is asked for. */
async function giveBackupCode(page: Page, code: string) {
  await expect(page).toHaveURL(/\/two-factor$/);
  await page.getByRole('link', { name: 'Use a backup code' }).click();
  await page.getByLabel(/^Backup code/).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('security 19: new backup codes void the old ones at once', async ({
  page,
  signedIn,
  another,
}) => {
  const password = newPassword();
  const person = await makePerson({ password });
  const { codes: old } = await giveSecondFactor(person.id);
  await signedIn(person, { secondFactor: true });
  await page.goto('/update_profile');
  await page.getByRole('button', { name: 'Regenerate Backup Codes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Current password/).fill(password);
  await dialog.getByRole('button', { name: 'Regenerate Backup Codes' }).click();
  const list = dialog.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  const [fresh = ''] = await list.allInnerTexts();
  await dialog.getByRole('button', { name: 'I have saved these codes' }).click();
  await expect(dialog).toBeHidden();
  expect((await mailTo(person.email)).text).toContain('backup codes');

  const phone = await another();
  await phone.goto('/login');
  await signIn(phone, person.email, password);
  await giveBackupCode(phone, old[0] ?? '');
  await expect(phone.getByRole('alert').first()).toContainText('not right, or was used');
  await phone.getByLabel(/^Backup code/).fill(fresh.toLowerCase().replaceAll('-', ' '));
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(phone).toHaveURL(/\/personal-cabinet$/);
  await page.reload();
  await expect(page.getByText('9 of 10 left')).toBeVisible();
});

test('an administrator resets a second factor with a reason, and its owner is told', async ({
  page,
  signedIn,
  another,
  tolerate,
}) => {
  tolerate(/401/);
  const company = await makeCompany();
  const password = newPassword();
  const person = await makePerson({ company, password });
  await giveSecondFactor(person.id);
  await signedIn(person, { secondFactor: true });
  await page.goto('/personal-cabinet');

  const office = await another(await makePerson({ company, right: 'user_admin' }));
  await office.goto(`/admin/users/${person.id}`);
  await confirmFromMenu(office, 'Reset second factor', 'Reset second factor', () =>
    office.getByLabel(/^Reason/).fill('Phone fell into the river'),
  );
  await expect(office.getByText('Phone fell into the river').first()).toBeVisible();
  const mail = await mailTo(person.email);
  expect(mail.subject).toMatch(/second factor/i);
  expect(mail.text).toContain('Phone fell into the river');

  await expect(page).toHaveURL(/\/login\?reason=second_factor_changed/, { timeout: 10_000 });
  await signIn(page, person.email, password);
  await expect(page).toHaveURL(/\/personal-cabinet$/);
});

test('security 8: a required second factor binds on the next click, and is not to be disabled', async ({
  page,
  signedIn,
  another,
}) => {
  const company = await makeCompany();
  const password = newPassword();
  const person = await makePerson({ company, password });
  await signedIn(person);
  await page.goto('/personal-cabinet');
  const office = await another(await makePerson({ company, right: 'user_admin' }));
  await office.goto(`/admin/users/${person.id}`);
  await confirmFromMenu(office, 'Require second factor', 'Require second factor');

  await page.getByRole('link', { name: 'Account settings' }).first().click();
  await expect(page).toHaveURL(/\/set-up-2fa$/);
  await page.getByLabel(/^Current password/).fill(password);
  await page.getByRole('button', { name: 'Set Up 2FA' }).click();
  const key = (await page.locator('code').innerText()).replace(/\s/g, '');
  await page.getByLabel(/^Code/).fill(await codeOf(key));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByLabel('I have saved these codes').check();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page).toHaveURL(/\/personal-cabinet$/);

  await page.goto('/update_profile');
  await expect(page.getByText('By your administrator')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Disable' })).toHaveCount(0);
  await office.reload();
  await confirmFromMenu(office, 'No longer require second factor', 'No longer require it');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible();
});
