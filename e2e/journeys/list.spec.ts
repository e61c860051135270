import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { chip, filters, openFilters, rows } from './lists';

const title = (page: Page) => page.getByRole('banner').or(page.locator('main header')).last();
async function search(page: Page, text: string, status?: string) {
  await page.getByRole('searchbox').fill(text);
  if (!status) return page.getByRole('button', { name: 'Search', exact: true }).click();
  await openFilters(page);
  await filters(page).getByLabel(status, { exact: true }).check();
  await filters(page).getByRole('button', { name: 'Apply filters' }).click();
}

test('search and status combine, go one by one, and Back brings them again', async ({
  page,
  signedIn,
}) => {
  await signedIn(await makeCrowd(60));
  await page.goto('/admin/users');
  await expect(title(page)).toContainText('61');
  await search(page, 'PERSON 0', 'Locked');
  await expect(page).toHaveURL(/q=PERSON\+0&status=locked/);
  await expect(rows(page)).toHaveCount(6);
  await expect(title(page)).toContainText('6');

  await chip(page, 'Search').click();
  await expect(page).toHaveURL(/\/admin\/users\?status=locked$/);
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await chip(page, 'Status').click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(title(page)).toContainText('61');

  await page.goBack();
  await expect(chip(page, 'Status')).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('PERSON 0');
});

test('pages and page sizes, to the last and back', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(60));
  await page.goto('/admin/users');
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(pages).toContainText('1–25 of 61');
  await pages.getByRole('link', { name: 'Next page' }).click();
  await expect(pages).toContainText('26–50 of 61');
  await pages.getByRole('link', { name: 'Last page' }).click();
  await expect(pages).toContainText('51–61 of 61');
  await expect(rows(page)).toHaveCount(11);
  await expect(pages.getByRole('link', { name: 'Next page' })).toBeDisabled();

  await pages.getByRole('link', { name: '10 rows a page' }).click();
  await expect(pages).toContainText('1–10 of 61');
  await expect(page).toHaveURL(/size=10$/);
  await page.goBack();
  await expect(pages).toContainText('51–61 of 61');

  await page.goto('/admin/users?page=9000&size=50');
  await expect(page.getByText('This page is empty')).toBeVisible();
  await page.getByRole('link', { name: 'Go to the first page' }).click();
  await expect(pages).toContainText('1–50 of 61');
});

test('the heads sort, both ways, and say so', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(30));
  await page.goto('/admin/users');
  const head = page.getByRole('columnheader', { name: 'Name' });
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page).first()).toContainText('Person 001');
  await head.getByRole('link').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('Zoe Zuse');
  await page.getByRole('columnheader', { name: 'E-mail' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=email$/);
  await expect(head).not.toHaveAttribute('aria-sort');
});

test('a pasted address brings the same list in another browser', async ({ another }) => {
  const admin = await makeCrowd(60);
  const page = await another(admin);
  await page.goto('/admin/users?q=person&status=active&size=10&sort=-name&page=2');
  await expect(page.getByRole('searchbox')).toHaveValue('person');
  await openFilters(page);
  await expect(filters(page).getByLabel('Active', { exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByText('11–20 of 54')).toBeVisible();
  await expect(rows(page).first()).toContainText('Person 048');
});

test('nobody matches: it says so and leads back', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(3));
  await page.goto('/admin/users?q=no%20such%20person');
  await expect(page.getByText('Nobody matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show everybody' }).click();
  await expect(rows(page)).toHaveCount(4);
});

const NONSENSE = [
  'page=0',
  'page=abc',
  'page=1&page=2',
  'size=7',
  'status=happy',
  'sort=password',
  'colour=red',
  'q[]=a',
];
for (const query of NONSENSE) {
  test(`nonsense in the address (${query}) is a clear 404`, async ({
    page,
    signedIn,
    tolerate,
  }) => {
    tolerate(/404/);
    await signedIn(await makeCrowd(1));
    const answer = await page.goto(`/admin/users?${query}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible();
  });
}
