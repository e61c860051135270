import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { openSheet, rows } from './lists';

test('columns and density are chosen, and remembered from the first byte', async ({
  page,
  signedIn,
}) => {
  await signedIn(await makeCrowd(5));
  await page.goto('/admin/users');
  const head = (name: string) => page.getByRole('columnheader', { name });
  const row = rows(page).first();
  await expect(head('Phone')).toBeVisible();
  expect((await row.boundingBox())?.height).toBe(40);

  const sheet = await openSheet(page, 'Display');
  await sheet.getByLabel('Phone').uncheck();
  await sheet.getByLabel('Second factor').uncheck();
  await sheet.getByLabel('Compact').check();
  await page.keyboard.press('Escape');
  await expect(head('Phone')).toHaveCount(0);
  await expect.poll(async () => (await row.boundingBox())?.height).toBe(32);

  const answer = await page.reload();
  const html = (await answer?.text()) ?? '';
  expect(html).toContain('data-density="compact"');
  expect(html).not.toMatch(/<th[^>]*>(<[^>]*>)*Phone/);
  await expect(head('Second factor')).toHaveCount(0);
  await expect(head('E-mail')).toBeVisible();

  await (await openSheet(page, 'Display')).getByLabel('Phone').check();
  await expect(head('Phone')).toHaveCount(1);
});

test('the name stays in sight while the rest scrolls', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(5));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/admin/users');
  const name = page.getByRole('link', { name: 'Person 003' });
  const before = await name.boundingBox();
  const frame = page.getByRole('region', { name: 'Users' });
  await frame.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  await expect(page.getByRole('columnheader', { name: 'End date' })).toBeInViewport();
  expect((await name.boundingBox())?.x).toBe(before?.x);
  await expect(name).toBeInViewport();
});

test('every column of a date, a place or an activity sorts', async ({ page, signedIn }) => {
  await signedIn(await makeCrowd(5));
  for (const [column, sort] of [
    ['Company', 'company'],
    ['Department', 'department'],
    ['Position', 'position'],
    ['Last activity', 'activity'],
    ['Start date', 'start'],
    ['End date', 'end'],
  ]) {
    await page.goto('/admin/users');
    const head = page.getByRole('columnheader', { name: column });
    await head.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`sort=${sort}$`));
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(rows(page)).toHaveCount(6);
  }
});
