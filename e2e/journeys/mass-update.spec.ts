import { expect, type Page } from '@playwright/test';
import { makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { makeCrowd } from './crowd';
import { test } from '../fixtures/test';

/** Zoe's company: 30 people of whom three are locked, a superuser, and herself. */
async function house() {
  const admin = await makeCrowd(30);
  const company = { id: admin.companyId!, name: '' };
  const boss = await makePerson({
    company,
    right: 'superuser',
    firstName: 'Bossy',
    lastName: 'Above',
  });
  return { admin, company, boss };
}

const of = async (companyId: string, condition: string) =>
  (
    await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM user_access WHERE company_id = $1 AND ${condition}`,
      [companyId],
    )
  )[0]!.n;

async function selectAll(page: Page, count: number) {
  await page.getByRole('checkbox', { name: /page/i }).first().check();
  await page.getByRole('button', { name: `Select All Results (${count})` }).click();
}

const sum = (page: Page, word: string) =>
  page.getByRole('list', { name: 'Outcomes' }).getByRole('link', { name: word });

test('locks everybody of a company except the refused, who are named', async ({
  page,
  signedIn,
}) => {
  const { admin, company, boss } = await house();
  await signedIn(admin);
  const { token } = await makeSession(boss.id);
  expect(token).toBeTruthy();
  await page.goto('/admin/users');
  await selectAll(page, 32);
  await page.getByRole('button', { name: 'Mass Update', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Mass Update', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: /^Locked/ }).click();
  await page.getByLabel(/^What to do/).selectOption('Lock');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('alert').getByText('A reason is required.')).toBeVisible();
  await page.getByLabel('Reason').fill('Breach of November');
  await page.getByRole('button', { name: 'Preview' }).click();

  await expect(sum(page, 'Will change')).toContainText('27');
  await expect(sum(page, 'Already so')).toContainText('3');
  await expect(sum(page, 'Yourself')).toContainText('1');
  await expect(sum(page, 'Above you')).toContainText('1');
  expect(await of(company.id, 'locked_at IS NOT NULL')).toBe(3);
  await page.getByRole('button', { name: 'Lock 27 users' }).click();
  await expect(page.getByRole('alert').getByText('Type 27 to go on.').first()).toBeVisible();
  await page.getByLabel(/^Type 27/).fill('27');
  const late = await makePerson({ company, firstName: 'Late', lastName: 'Comer' });
  await page.getByRole('button', { name: 'Lock 27 users' }).click();

  await expect(page.getByRole('heading', { name: 'Mass Update: result' })).toBeVisible();
  await expect(sum(page, 'Changed')).toContainText('27');
  await expect(page.getByText('1 more matches now')).toBeVisible();
  expect(await of(company.id, 'locked_at IS NOT NULL')).toBe(30);
  expect(
    await of(company.id, `user_id IN ('${late.id}', '${boss.id}') AND locked_at IS NULL`),
  ).toBe(2);
  await sum(page, 'Above you').click();
  await expect(page.getByRole('row', { name: /Bossy Above/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Person/ })).toHaveCount(0);
  await page.reload();
  await expect(sum(page, 'Changed')).toContainText('27');

  await page.goto('/admin/users/mass');
  await expect(page.getByRole('row', { name: /Locked: Lock.*Carried out/ })).toBeVisible();
});

test('Deactivate Users names who cannot be, and Agree and Proceed does it', async ({
  page,
  signedIn,
}) => {
  const { admin, company, boss } = await house();
  await signedIn(admin);
  await page.goto('/admin/users?idleSince=2100-01-01');
  await page.getByRole('button', { name: 'Deactivate Users', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Deactivate Users' })).toBeVisible();
  await sum(page, 'Above you').click();
  await expect(page.getByRole('row', { name: /Bossy Above/ })).toBeVisible();
  await page.getByLabel(/^Type 30/).fill('30');
  await page.getByRole('button', { name: 'Agree and Proceed' }).click();
  await expect(page.getByRole('heading', { name: 'Deactivate Users: result' })).toBeVisible();
  expect(await of(company.id, 'NOT is_active')).toBe(30);
  expect(await of(company.id, `is_active AND user_id IN ('${admin.id}', '${boss.id}')`)).toBe(2);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the ticked people of a page are updated', async ({ page, signedIn }) => {
    const { admin, company } = await house();
    await signedIn(admin);
    await page.goto('/admin/users?q=Person+00');
    for (const box of await page.getByRole('checkbox', { name: /Person/ }).all()) await box.check();
    await page.getByRole('button', { name: 'Mass Update', exact: true }).click();
    await page.getByRole('link', { name: /^Require 2FA/ }).click();
    await page.getByLabel(/^What to do/).selectOption('Require');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: /^Require 2FA of 9 users/ }).click();
    await expect(page.getByRole('heading', { name: 'Mass Update: result' })).toBeVisible();
    expect(await of(company.id, 'two_factor_required')).toBe(9);
  });
});
