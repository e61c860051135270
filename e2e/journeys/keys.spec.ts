import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { confirm } from './forms';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find people and pages' });

/** The list is there and its scripts listen: the first key may come before them. */
async function openList(page: Page) {
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.goto('/admin/users');
  await expect(page.getByRole('region', { name: 'Users' })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(sheet).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
}

test('Ctrl-K finds a person and goes there, by keyboard alone', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(20));
  await openList(page);
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('person 01');
  await expect(palette(page).getByRole('option').first()).toContainText('Person 001');
  await page.keyboard.press('ArrowDown');
  await expect(palette(page).getByRole('option', { name: /Person 010/ })).toHaveAttribute(
    'data-highlighted',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Person 010');
  await expect(palette(page)).toBeHidden();
});

test('⌘K opens a page by its name, and Esc closes', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(1));
  await openList(page);
  await page.keyboard.press('Meta+k');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press('Meta+k');
  await page.keyboard.type('organ');
  await expect(palette(page).getByRole('option', { name: 'Organisation' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/organisation$/);
});

test('somebody who is not there is not found, and it says so', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(1));
  await openList(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nobody of that name');
  await expect(palette(page).getByText('Nothing found')).toBeVisible();
  await expect(palette(page).getByRole('status')).toContainText('Nobody and nothing matches');
});

test('j, k and Enter walk the list and open a person', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(5));
  await openList(page);
  const row = (name: string) => page.getByRole('link', { name, exact: false });
  await page.keyboard.press('j');
  await expect(row('Person 001')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(row('Person 003')).toBeFocused();
  await page.keyboard.press('k');
  await expect(row('Person 002')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Person 002');
});

test('/ goes to the search, where letters are letters, and Enter searches', async ({
  page,
  signedIn,
}) => {
  await signedIn(await makeCrowd(5));
  await openList(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('jk?');
  await expect(page.getByRole('searchbox')).toHaveValue('jk?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=jk%3F/);
});

test('? shows the keys, which can be turned off there', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(5));
  await openList(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByLabel('Single-key shortcuts').uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Person 001' })).not.toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeVisible();
});

test('a toast that still shows does not take the keys', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(3));
  await openList(page);
  await page.getByRole('link', { name: 'Person 002' }).click();
  await confirm(page, 'Deactivate', 'Deactivate user');
  await page.getByRole('link', { name: 'Users' }).first().click();
  await expect(page.getByRole('region', { name: 'Users' })).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Deactivated.')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Person 001' })).toBeFocused();
});
