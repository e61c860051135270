import { expect } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';

test('a person is deleted once their e-mail is typed, and put out at once', async ({
  page,
  signedIn,
  another,
  tolerate,
}) => {
  tolerate(/40[14]/);
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  const person = await makePerson({ company });
  const theirs = await another(person);
  await theirs.goto('/personal-cabinet');
  await page.goto(`/admin/users/${person.id}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete user' });
  await dialog.getByLabel(/^Type/).fill('somebody@example.org');
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(dialog.getByText('This is not their e-mail').first()).toBeVisible();
  await dialog.getByLabel(/^Type/).fill(person.email);
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  expect(await sql('SELECT 1 FROM users WHERE id = $1', [person.id])).toEqual([]);
  const [event] = await sql<{ before: object }>(
    `SELECT before FROM audit_events WHERE subject_id = $1 AND action = 'user.deleted'`,
    [person.id],
  );
  expect(event?.before).toMatchObject({ email: person.email, company: company.name });

  await theirs.goto('/personal-cabinet');
  await expect(theirs).toHaveURL(/\/login/);
  await page.goto(`/admin/users/${person.id}`);
  await expect(page.getByText(person.email)).toHaveCount(0);
});
