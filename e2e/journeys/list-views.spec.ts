import { expect, type Page } from '@playwright/test';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { chip, openSheet, rows } from './lists';

async function save(page: Page, name: string, { shared = false } = {}) {
  const sheet = await openSheet(page, 'Views');
  const form = sheet.locator('form', { hasText: 'Save view' });
  await form.getByLabel(/^Name/).fill(name);
  if (shared) await form.getByLabel(/^Share with/).check();
  await form.getByRole('button', { name: 'Save view' }).click();
  await expect(sheet.getByRole('link', { name, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  return sheet;
}

test('a shared view is opened by a colleague, each in their own scope', async ({
  page,
  signedIn,
  another,
}) => {
  const admin = await makeCrowd(30);
  await makePerson({ firstName: 'Locked', lastName: 'Elsewhere', locked: true });
  await sql(`UPDATE user_access SET admin_right = 'superuser' WHERE user_id = $1`, [admin.id]);
  await signedIn({ ...admin, right: 'superuser' });
  await page.goto('/admin/users?status=locked&sort=-name');
  const name = `Locked ones ${admin.id}`;
  const sheet = await save(page, name, { shared: true });
  await expect(sheet.getByRole('button', { name: `Copy link to ${name}` })).toBeVisible();

  const company = { id: admin.companyId ?? '', name: '' };
  const colleague = await another(await makePerson({ company, right: 'auditor' }));
  await colleague.goto('/admin/users');
  const theirs = await openSheet(colleague, 'Views');
  await theirs.getByRole('link', { name }).click();
  await expect(colleague).toHaveURL(/status=locked&sort=-name$/);
  await expect(rows(colleague)).toHaveCount(3);
  await expect(chip(colleague, 'Status: Locked')).toBeVisible();
  await expect(colleague.getByText('Elsewhere')).toHaveCount(0);
  await expect(theirs.getByText(`Edit ${name}`)).toHaveCount(0);
});

test('a view is renamed, given other filters and deleted', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(30));
  await page.goto('/admin/users?status=locked');
  await save(page, 'Locked ones');
  await page.goto('/admin/users?q=person+01');
  const sheet = await openSheet(page, 'Views');
  await sheet.getByLabel('Edit Locked ones').click();
  const edit = sheet.locator('form', { hasText: 'Save changes' });
  await edit.getByLabel(/^Name/).fill('The teens');
  await edit.getByLabel(/^Replace its filters/).check();
  await edit.getByRole('button', { name: 'Save changes' }).click();
  const link = sheet.getByRole('link', { name: 'The teens' });
  await expect(link).toHaveAttribute('href', '/admin/users?q=person+01');
  await sheet.getByRole('button', { name: 'Delete “The teens”' }).click();
  await expect(link).toHaveCount(0);
});

test('a name that is taken is refused where it stands', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(3));
  await page.goto('/admin/users?status=locked');
  await save(page, 'Mine');
  await page.goto('/admin/users?status=active');
  const sheet = await openSheet(page, 'Views');
  const form = sheet.locator('form', { hasText: 'Save view' });
  await form.getByLabel(/^Name/).fill('Mine');
  await form.getByRole('button', { name: 'Save view' }).click();
  await expect(sheet.getByRole('alert').first()).toContainText('already have a view');
});
