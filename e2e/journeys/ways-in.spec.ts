import { expect, type Page } from '@playwright/test';
import { generate } from 'otplib';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { mailTo } from '../fixtures/inbox';
import { test } from '../fixtures/test';
import { fillNewPassword, newPassword, signIn } from './forms';

const WORD = 'seven green kettles';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What a form says is wrong. */
const problem = (page: Page) => page.getByRole('main').getByRole('alert').filter({ hasText: /\S/ });

/** The link in the newest mail to an address. */
async function linkTo(address: string): Promise<string> {
  const { link } = await mailTo(address);
  expect(link).toBeDefined();
  return link ?? '';
}

/** By the account menu, back to the sign-in page. */
async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText('You have signed out.')).toBeVisible();
}

/** The code an authenticator app shows for a key; another than the one before when it is given. */
async function codeFor(secret: string, before?: string): Promise<string> {
  let code = '';
  await expect
    .poll(async () => (code = await generate({ secret })), { timeout: 40_000, intervals: [500] })
    .not.toBe(before);
  return code;
}

test('from Create User to the cabinet: mail, control word, profile, second factor; and in again', async ({
  page,
  signedIn,
  another,
}) => {
  test.setTimeout(180_000);
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  const email = `newcomer-${Date.now()}@example.org`;
  const password = newPassword();

  await test.step('an administrator sets the control word and creates the user', async () => {
    await page.goto(`/admin/organisation/${company.id}/settings`);
    await page.getByLabel(/^New control word/).fill(WORD);
    await page.getByLabel(/^Repeat control word/).fill(WORD);
    await button(page, 'Set control word').click();
    await expect(button(page, 'Change control word')).toBeVisible();
    await page.goto('/admin/users/new');
    await page.getByLabel(/^First name/).fill('Noor');
    await page.getByLabel(/^Last name/).fill('Newcomer');
    await page.getByLabel(/^E-mail/).fill(email);
    await page.getByLabel('Require two-factor authentication').check();
    await page.getByLabel(/^Invite/).selectOption({ label: 'First-login mail' });
    await button(page, 'Create user').click();
    await expect(page.getByRole('heading', { name: /Noor Newcomer/ })).toBeVisible();
  });

  const hers = await another();
  await test.step('the mail leads to the control word and a Sign in button', async () => {
    const link = await linkTo(email);
    await hers.goto(link);
    await hers.getByLabel(/^Control word/).fill('not the word');
    await button(hers, 'Sign in').click();
    await expect(problem(hers)).toContainText('not the control word');
    await hers.getByLabel(/^Control word/).fill(WORD);
    await button(hers, 'Sign in').click();
  });

  await test.step('profile, with a password', async () => {
    await expect(hers).toHaveURL(/\/complete-profile$/);
    await hers.goto('/personal-cabinet');
    await expect(hers).toHaveURL(/\/complete-profile$/);
    await expect(hers.getByLabel(/^First name/)).toHaveValue('Noor');
    await hers.getByLabel(/^Phone/).fill('+380 44 123 4567');
    await fillNewPassword(hers, password);
    await button(hers, 'Complete profile').click();
  });

  let secret = '';
  let code = '';
  let backup: string[] = [];
  await test.step('the required second factor, with a code computed from the shown key', async () => {
    await expect(hers).toHaveURL(/\/set-up-2fa$/);
    await hers.getByLabel(/^Current password/).fill(password);
    await button(hers, 'Set Up 2FA').click();
    secret = (await hers.locator('code').innerText()).replace(/\s/g, '');
    await hers.getByLabel(/^Code/).fill('000000');
    await button(hers, 'Confirm').click();
    await expect(problem(hers)).toBeVisible();
    code = await codeFor(secret);
    await hers.getByLabel(/^Code/).fill(code);
    await button(hers, 'Confirm').click();
    const list = hers.getByRole('list', { name: 'Backup codes' });
    await expect(list.getByRole('listitem')).toHaveCount(10);
    backup = await list.getByRole('listitem').allInnerTexts();
    await button(hers, 'Finish').click();
    await expect(hers).toHaveURL(/\/set-up-2fa$/); // the tick first
    await hers.getByLabel('I have saved these codes').check();
    await button(hers, 'Finish').click();
  });

  await test.step('the cabinet opens, and sign-out', async () => {
    await expect(hers).toHaveURL(/\/personal-cabinet$/);
    await signOut(hers);
  });

  await test.step('in with password and code', async () => {
    await signIn(hers, email, password);
    await expect(hers).toHaveURL(/\/two-factor$/);
    await hers.goto('/personal-cabinet');
    await expect(hers).toHaveURL(/\/two-factor$/);
    await hers.getByLabel(/^Code/).fill(code); // that of the set-up counts no more
    await button(hers, 'Continue').click();
    await expect(problem(hers)).toContainText('not right, or was used');
    code = await codeFor(secret, code);
    await hers.getByLabel(/^Code/).fill(code);
    await button(hers, 'Continue').click();
    await expect(hers).toHaveURL(/\/personal-cabinet$/);
    await signOut(hers);
  });

  await test.step('in with a backup code, and the same again is refused', async () => {
    for (const isFirst of [true, false]) {
      await signIn(hers, email, password);
      await hers.getByRole('link', { name: 'Use a backup code' }).click();
      await hers.getByLabel(/^Backup code/).fill(backup[0]!);
      await button(hers, 'Continue').click();
      if (!isFirst) break;
      await expect(hers).toHaveURL(/\/personal-cabinet$/);
      await signOut(hers);
    }
    await expect(problem(hers)).toContainText('not right, or was used');
    await expect(hers).toHaveURL(/\/two-factor/);
  });
});

test('security 24: a reset whose link scanners opened five times first', async ({ page, as }) => {
  const person = await makePerson({ password: newPassword() });
  const password = newPassword();
  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await expect(page.getByRole('heading', { name: 'Forgot password?' })).toBeVisible();
  await page.getByLabel('E-mail').fill(person.email);
  await button(page, 'Send me a link').click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  const link = await linkTo(person.email);
  const scanner = await as(null);
  for (let i = 0; i < 5; i += 1) {
    expect((await scanner.get(link)).status()).toBe(200);
    expect((await scanner.head(link)).ok()).toBe(true);
  }
  await page.goto(link);
  await fillNewPassword(page, password);
  await button(page, 'Save new password').click();
  await expect(page.getByText('Your new password is saved.')).toBeVisible();
  await signIn(page, person.email, password);
  await expect(page).toHaveURL(/\/personal-cabinet$/);
  await page.goto(link);
  await expect(page.getByText('This link is no longer valid')).toBeVisible();
  const [used] = await sql(
    'SELECT 1 FROM access_links WHERE consumed_at IS NOT NULL AND user_id = $1',
    [person.id],
  );
  expect(used).toBeDefined();
});
