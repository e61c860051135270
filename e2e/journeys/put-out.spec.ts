import { expect, type Page } from '@playwright/test';
import { makeCompany, makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';
import { confirm, fillNewPassword, newPassword, signIn } from './forms';

type Case = {
  what: string;
  reason: string;
  told: string;
  /** What the administrator does on the person's page. */
  put: (page: Page, password: string) => Promise<void>;
  /** What lets the person in again, if anything has to. */
  undo?: (page: Page) => Promise<void>;
  changesPassword?: boolean;
};

const CASES: Case[] = [
  {
    what: 'Lock',
    reason: 'locked',
    told: 'Your account is locked.',
    put: (page) =>
      confirm(page, 'Lock', 'Lock user', () => page.getByLabel(/^Reason/).fill('Breach')),
    undo: (page) => confirm(page, 'Unlock', 'Unlock user'),
  },
  {
    what: 'Deactivate',
    reason: 'deactivated',
    told: 'Your account is deactivated.',
    put: (page) => confirm(page, 'Deactivate', 'Deactivate user'),
    undo: async (page) => {
      await page.getByRole('link', { name: 'Activate' }).click();
      await page.getByRole('button', { name: 'Activate only' }).click();
      await expect(page.getByRole('link', { name: 'Activate' })).toHaveCount(0);
    },
  },
  {
    what: 'End all sessions',
    reason: 'ended_by_admin',
    told: 'An administrator ended this session.',
    put: (page) => confirm(page, 'End all sessions', 'End all sessions'),
  },
  {
    what: 'Set password',
    reason: 'password_changed',
    told: 'Your password was changed.',
    put: (page, password) =>
      confirm(page, 'Set password', 'Set password', async () => {
        await fillNewPassword(page, password);
        await page.getByLabel('Force change at next login').uncheck();
      }),
    changesPassword: true,
  },
];

async function adminAndPerson() {
  const company = await makeCompany();
  const password = newPassword();
  return {
    password,
    admin: await makePerson({ company, right: 'organisation_admin' }),
    person: await makePerson({ company, password, firstName: 'Iryna', lastName: 'Melnyk' }),
  };
}

const personPage = (person: TestPerson) => `/admin/users/${person.id}`;

for (const { what, reason, told, put, undo, changesPassword } of CASES) {
  test(`${what}: the open tab leaves within 10 s and the old session stays dead`, async ({
    page,
    signedIn,
    another,
    tolerate,
  }) => {
    tolerate(/401/);
    const { admin, person, password } = await adminAndPerson();
    const token = await signedIn(person);
    await page.goto('/personal-cabinet');
    await expect(page.getByRole('heading', { name: 'Iryna Melnyk' })).toBeVisible();

    const office = await another(admin);
    await office.goto(personPage(person));
    const set = newPassword();
    await put(office, set);
    await expect(page).toHaveURL(new RegExp(`/login\\?reason=${reason}`), { timeout: 10_000 });
    await expect(page.getByText(told)).toBeVisible();

    await undo?.(office);
    await page.goto('/personal-cabinet');
    await expect(page).toHaveURL(/\/login/);
    await signIn(page, person.email, changesPassword ? set : password);
    await expect(page).toHaveURL(/\/personal-cabinet$/);
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'gatehouse');
    expect(cookie?.value).not.toBe(token);
  });
}

const ENDINGS = [
  {
    what: 'idle for an hour',
    change: `last_seen_at = now() - interval '61 minutes'`,
    told: 'you were away for a while',
  },
  {
    what: 'past the absolute limit',
    change: `created_at = now() - interval '25 hours', expires_at = now() - interval '1 minute'`,
    told: 'reached its time limit',
  },
];
for (const { what, change, told } of ENDINGS) {
  test(`a session ${what} is over`, async ({ page, signedIn }) => {
    const { person } = await adminAndPerson();
    await signedIn(person);
    await page.goto('/personal-cabinet');
    await sql(`UPDATE sessions SET ${change} WHERE user_id = $1`, [person.id]);
    await page.getByRole('navigation').getByRole('link', { name: 'Account settings' }).click();
    await expect(page).toHaveURL(/\/login/);
    await expect(page.getByText(told)).toBeVisible();
  });
}

test('signing out leaves, and Back shows nothing any more', async ({ page, signedIn }) => {
  const { person } = await adminAndPerson();
  await signedIn(person);
  await page.goto('/personal-cabinet');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/login\?reason=signed_out/);
  await expect(page.getByText('You have signed out.')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/login/);
  const left = await sql('SELECT 1 FROM sessions WHERE user_id = $1 AND ended_at IS NULL', [
    person.id,
  ]);
  expect(left).toEqual([]);
});

test('a person ends their other session, and stays in themselves', async ({
  page,
  signedIn,
  another,
  tolerate,
}) => {
  tolerate(/401/);
  const { person } = await adminAndPerson();
  await signedIn(person);
  const phone = await another(person);
  await phone.goto('/personal-cabinet');
  await page.goto('/personal-cabinet');
  await confirm(page, 'End all others', 'End all others');
  await expect(page.getByText('One session ended.')).toBeVisible();
  await expect(page.getByText('This session')).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('ended from another of your sessions')).toBeVisible();
});

test('after a change of one’s own password the other sessions end', async ({
  page,
  signedIn,
  another,
}) => {
  const { person, password } = await adminAndPerson();
  await signedIn(person);
  const phone = await another(person);
  await page.goto('/update_profile');
  const change = page.getByRole('button', { name: 'Change password' });
  await fillNewPassword(page.locator('form', { has: change }), newPassword(), password);
  await change.click();
  await expect(page.getByText('Password changed.')).toBeVisible();
  await page.goto('/personal-cabinet');
  await expect(page).toHaveURL(/\/personal-cabinet$/);
  await phone.goto('/personal-cabinet');
  await expect(phone.getByText('Your password was changed.')).toBeVisible();
});
