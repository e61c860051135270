import { expect } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { test } from '../fixtures/test';
import { PASSWORD } from './support/cast';

// The fixture fails a test whose pages meet the content policy or log an error.

test('security 54: every page runs under the content policy', async ({ page, signedIn }) => {
  const company = await makeCompany();
  const person = await makePerson({ company });
  for (const at of ['/login', '/password_reset', '/first_login']) {
    await page.goto(at);
    await expect(page.getByRole('heading', { level: 1 }), at).toBeVisible();
  }
  await signedIn(await makePerson({ company, right: 'superuser' }));
  const pages = ['/admin/users', `/admin/users/${person.id}`, '/admin/users/new'];
  const more = [
    '/admin/organisation',
    `/admin/organisation/${company.id}/chart`,
    '/personal-cabinet',
  ];
  for (const at of [...pages, ...more, '/update_profile', '/admin/mail', '/admin/settings']) {
    await page.goto(at);
    await expect(page.getByRole('heading', { level: 1 }), at).toBeVisible();
  }
});

test('security 5 and 13: in a browser, in and out again', async ({ page, context }) => {
  const person = await makePerson({ password: PASSWORD });
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/personal-cabinet');
  const [session] = (await context.cookies()).filter(({ name }) => name === 'gatehouse');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login?reason=signed_out');
  await context.addCookies([session!]);
  await page.goto('/personal-cabinet');
  await expect(page).toHaveURL(/\/login\?reason=signed_out/);
});
