import { expect } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';

test('security 62: of two editors of a company the later save is told, and nothing is lost', async ({
  page,
  signedIn,
  another,
}) => {
  const company = await makeCompany('Europe/Kyiv');
  const admin = await makePerson({ company, right: 'organisation_admin' });
  await signedIn(admin);
  const address = `/admin/organisation/${company.id}/settings`;
  await page.goto(address);
  const other = await another(admin);
  await other.goto(address);

  await page.getByLabel(/^Name/).fill(`${company.name} First`);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(/\/admin\/organisation$/);

  await other.getByLabel(/^Name/).fill(`${company.name} Second`);
  await other.getByLabel(/^Time zone/).selectOption('Europe/Berlin');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByRole('alert').first()).toContainText(`${company.name} First`);
  await expect(other.getByLabel(/^Name/)).toHaveValue(`${company.name} Second`);
  await expect(other.getByLabel(/^Time zone/)).toHaveValue('Europe/Berlin');

  const stored = await sql('SELECT name, time_zone FROM companies WHERE id = $1', [company.id]);
  expect(stored).toEqual([{ name: `${company.name} First`, time_zone: 'Europe/Kyiv' }]);
});
