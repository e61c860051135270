import type { Locator, Page } from '@playwright/test';

// The users list in the words of its screen.

export const rows = (page: Page): Locator =>
  page.getByRole('region', { name: 'Users' }).locator('tbody tr');

export const chip = (page: Page, name: string): Locator =>
  page.getByRole('link', { name: new RegExp(`^Remove filter ${name}`) });

export const filters = (page: Page): Locator => page.getByRole('dialog', { name: 'Filters' });

/** Opens a sheet of the list by its button. */
export async function openSheet(page: Page, name: string): Promise<Locator> {
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  const sheet = page.getByRole('dialog', { name });
  await sheet.waitFor();
  return sheet;
}

export const openFilters = (page: Page): Promise<Locator> => openSheet(page, 'Filters');

/** Types into a choice and takes what it finds. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  await filters(page).getByRole('combobox', { name: label }).fill(text);
  await filters(page).getByRole('option', { name: text }).click();
}
