import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/test';
import { emptyHouse, type EmptyHouse } from './empty-house';
import { confirm, fillNewPassword, newPassword, signIn } from './forms';

const OWNER = { email: 'olena@first.example', password: newPassword() };
const MEMBER = { email: 'marta@first.example', first: newPassword(), own: newPassword() };

let house: EmptyHouse;
test.beforeAll(async () => {
  house = await emptyHouse();
});
test.afterAll(() => house?.stop());

async function setUp(page: Page) {
  await page.goto(house.setupLink);
  await page.getByLabel(/^First name/).fill('Olena');
  await page.getByLabel(/^Last name/).fill('Koval');
  await page.getByLabel('E-mail').fill(OWNER.email);
  await fillNewPassword(page, OWNER.password);
  await page.getByRole('button', { name: 'Create superuser' }).click();
  await expect(page).toHaveURL(/\/admin\/organisation\/new$/);
}

async function createCompany(page: Page) {
  await page.getByLabel(/^Name/).fill('Dnipro Works');
  await page.getByLabel(/^Time zone/).selectOption('Europe/Kyiv');
  await page.getByRole('button', { name: 'Create company' }).click();
  await expect(page.getByRole('row', { name: /Dnipro Works.*Europe\/Kyiv/ })).toBeVisible();
}

async function createMember(page: Page) {
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('link', { name: 'Create User' }).click();
  await page.getByLabel(/^First name/).fill('Marta');
  await page.getByLabel(/^Last name/).fill('Bondar');
  await page.getByLabel('E-mail').fill(MEMBER.email);
  await expect(page.getByRole('group', { name: 'In Dnipro Works' })).toBeVisible();
  await page.getByLabel(/^Password/).fill(MEMBER.first);
  await expect(page.getByLabel('Force change at next login')).toBeChecked();
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Marta Bondar');
  await expect(page.getByText('Password change owed').first()).toBeVisible();
}

/** Signs in with the first password, and chooses another one because nothing else opens. */
async function enter(member: Page) {
  await member.goto('/login');
  await signIn(member, MEMBER.email, MEMBER.first);
  await expect(member).toHaveURL(/\/change-password$/);
  await member.goto('/personal-cabinet');
  await expect(member).toHaveURL(/\/change-password$/);
  await fillNewPassword(member, MEMBER.own, MEMBER.first);
  await member.getByRole('button', { name: 'Change password' }).click();
  await expect(member).toHaveURL(/\/personal-cabinet$/);
  await expect(member.getByText('Dnipro Works')).toBeVisible();
}

test('from the setup link to a user who is locked, put out and let in again', async ({
  browser,
  watch,
  tolerate,
}) => {
  test.setTimeout(120_000);
  tolerate(/401/);
  const browserOf = async () => {
    const context = await browser.newContext({ baseURL: house.origin });
    watch.on(context);
    return context;
  };
  const [office, home] = [await browserOf(), await browserOf()];
  const [admin, member] = [await office.newPage(), await home.newPage()];

  await test.step('the first superuser sets up, once', async () => {
    await setUp(admin);
    await member.goto(house.setupLink);
    await expect(member.getByRole('heading', { name: 'Setup is closed' })).toBeVisible();
  });
  await test.step('a company and a user', async () => {
    await createCompany(admin);
    await createMember(admin);
  });
  await test.step('the user enters from another browser', () => enter(member));
  const [cookie] = (await home.cookies()).filter(({ name }) => name === 'gatehouse');

  await test.step('locked: out on the next request, and the open tab leaves', async () => {
    await admin.reload();
    await confirm(admin, 'Lock', 'Lock user', () =>
      admin.getByLabel(/^Reason/).fill('Phone stolen'),
    );
    const next = await home.request.get('/personal-cabinet', { maxRedirects: 0 });
    expect(next.headers().location).toContain('/login?reason=locked');
    await expect(member).toHaveURL(/\/login\?reason=locked/, { timeout: 10_000 });
    await expect(member.getByText('Your account is locked.')).toBeVisible();
    await expect(admin.getByText('Phone stolen').first()).toBeVisible();
    await signIn(member, MEMBER.email, MEMBER.own);
    await expect(member.locator('form').getByRole('alert')).toContainText(
      'Your account is locked.',
    );
  });

  await test.step('unlocked: may sign in again, the old session is not revived', async () => {
    await confirm(admin, 'Unlock', 'Unlock user');
    await home.addCookies([cookie!]);
    await member.goto('/personal-cabinet');
    await expect(member).toHaveURL(/\/login/);
    await signIn(member, MEMBER.email, MEMBER.own);
    await expect(member).toHaveURL(/\/personal-cabinet$/);
  });
  await Promise.all([office.close(), home.close()]);
});
