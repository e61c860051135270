import { expect, type Page } from '@playwright/test';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { chip, rows } from './lists';

const bar = (page: Page) => page.getByRole('form', { name: 'Selection' });
const ticks = (page: Page) => rows(page).getByRole('checkbox', { checked: true });
const all = (page: Page) => page.getByRole('checkbox', { name: 'Select all on this page' });

/** Opens Mass Update and tells how many people were frozen for it. */
async function openedWith(page: Page): Promise<number> {
  await bar(page).getByRole('button', { name: 'Mass Update' }).click();
  await expect(page).toHaveURL(/\/admin\/users\/mass\/[\da-f-]{36}/);
  const listId = page.url().split('/').at(-1);
  const [list] = await sql<{ size: number }>('SELECT size FROM frozen_lists WHERE id = $1', [
    listId,
  ]);
  return list?.size ?? -1;
}

test('the header takes the page, Select All Results takes all', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(60));
  await page.goto('/admin/users');
  await expect(bar(page)).toBeHidden();
  await all(page).check();
  await expect(ticks(page)).toHaveCount(25);
  await expect(bar(page)).toContainText('25 selected on this page');
  expect(await openedWith(page)).toBe(25);

  await page.goto('/admin/users');
  await all(page).check();
  await bar(page).getByRole('button', { name: 'Select All Results (61)' }).click();
  await expect(bar(page)).toContainText('All 61 results selected');
  expect(await openedWith(page)).toBe(61);
});

test('unticking one leaves the page, not all results; some is neither', async ({
  page,
  signedIn,
}) => {
  await signedIn(await makeCrowd(60));
  await page.goto('/admin/users?status=active');
  await all(page).check();
  await bar(page).getByRole('button', { name: 'Select All Results (55)' }).click();
  await page.getByRole('checkbox', { name: 'Select Person 003' }).uncheck();
  await expect(bar(page)).toContainText('24 selected on this page');
  expect(await all(page).evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  expect(await openedWith(page)).toBe(24);
});

test('another filter, page or order clears the selection', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(60));
  await page.goto('/admin/users?q=person');
  const changes = [
    () => chip(page, 'Search').click(),
    () => page.getByRole('link', { name: 'Next page' }).click(),
    () => page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click(),
  ];
  for (const change of changes) {
    await all(page).check();
    await bar(page)
      .getByRole('button', { name: /^Select All Results/ })
      .click();
    const before = page.url();
    await change();
    await expect(page).not.toHaveURL(before);
    await expect(ticks(page)).toHaveCount(0);
    await expect(bar(page)).toBeHidden();
    await page
      .getByRole('checkbox', { name: /^Select Person/ })
      .first()
      .check();
    await expect(bar(page)).toContainText('1 selected on this page');
    await bar(page).getByRole('button', { name: 'Clear selection' }).click();
    await expect(bar(page)).toBeHidden();
  }
});

test('Deactivate Users takes the filtered list', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(30));
  await page.goto('/admin/users');
  await expect(page.getByRole('button', { name: 'Deactivate Users' })).toHaveCount(0);
  await page.goto('/admin/users?status=locked');
  await page.getByRole('button', { name: 'Deactivate Users' }).first().click();
  await expect(page).toHaveURL(/\/admin\/users\/mass\/run\/[\da-f-]{36}/);
  const runId = page.url().split('/').at(-1);
  const [run] = await sql<{ size: number }>(
    'SELECT l.size FROM bulk_runs r JOIN frozen_lists l ON l.id = r.list_id WHERE r.id = $1',
    [runId],
  );
  expect(run?.size).toBe(3);
});

test('by keyboard: j and x select, and the bar says so', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(5));
  await page.goto('/admin/users');
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'Person 001' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('status').filter({ hasText: '2 selected on this page' })).toHaveCount(
    1,
  );
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('1 selected on this page');
  expect(await openedWith(page)).toBe(1);
});

test('an auditor selects nobody', async ({ page, signedIn }) => {
  const admin = await makeCrowd(3);
  await sql(`UPDATE user_access SET admin_right = 'auditor' WHERE user_id = $1`, [admin.id]);
  await signedIn({ ...admin, right: 'auditor' });
  await page.goto('/admin/users?q=person');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Deactivate Users' })).toHaveCount(0);
});

test.describe('before any script', () => {
  test.use({ javaScriptEnabled: false });

  test('the ticked people of the page are what Mass Update opens with', async ({
    page,
    signedIn,
  }) => {
    await signedIn(await makeCrowd(5));
    await page.goto('/admin/users');
    await expect(bar(page)).toBeHidden();
    await page.getByRole('checkbox', { name: 'Select Person 002' }).check();
    await page.getByRole('checkbox', { name: 'Select Person 004' }).check();
    expect(await openedWith(page)).toBe(2);
  });
});
