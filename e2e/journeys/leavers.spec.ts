import { expect } from '@playwright/test';
import { assign, makeContract } from '@/tests/contracts';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('who leaves within 30 days is listed with their seats, searched and filtered', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  const auditor = await makePerson({ company, right: 'auditor' });
  const make = (lastName: string, endDate: string | null = null) =>
    makePerson({ company, firstName: 'Ann', lastName, endDate });
  const [key, dormant] = [await make('Keyholder', day(12)), await make('Sleeper')];
  await make('Plain', day(4));
  await make('Stays', day(60));
  await assign(await makeContract(company, { number: 'L-7' }), key, { approver: true });
  await sql(
    `UPDATE user_access SET last_active_at = now() - interval '100 days' WHERE user_id = $1`,
    [dormant.id],
  );
  await signedIn(auditor);
  await page.goto('/admin/users');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Leavers' })
    .click();
  const names = page.getByRole('row').filter({ hasText: 'Ann' });
  await expect(names).toHaveText([/Ann Sleeper.*Dormant/, /Ann Plain.*End date/, /Ann Keyholder/]);
  const row = page.getByRole('row', { name: /Keyholder/ });
  await expect(row).toContainText(day(12));
  await expect(row.getByText('L-7')).toBeVisible();

  await page.getByLabel('Seats').selectOption('Key persons only');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/seats=only/);
  await expect(names).toHaveCount(1);
  await page.goto('/admin/leavers?reason=dormant');
  await expect(names).toHaveText([/Ann Sleeper/]);
  await page.goto('/admin/leavers?q=plain');
  await expect(names).toHaveText([/Ann Plain/]);
});

test('after how many days somebody counts as dormant is a setting', async ({ page, signedIn }) => {
  await signedIn(await makePerson({ company: null, right: 'superuser' }));
  await page.goto('/admin/settings');
  const field = page.getByLabel(/^Dormant after, days/);
  await field.fill('0');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Days: a whole number from 1 to 3650.').first()).toBeVisible();
  await field.fill('91');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(field).toHaveValue('91');
  await sql('UPDATE settings SET dormant_after_days = 90');
});
