import type { Locator, Page } from '@playwright/test';

/** Long, unlike any name here, and another one each time. */
export const newPassword = () => `kettle-orbit-${Math.random().toString(36).slice(2)}`;

/** Fills the sign-in form and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Fills a new password, twice; the current one before it when it is given. */
export async function fillNewPassword(page: Page | Locator, password: string, current?: string) {
  if (current !== undefined) await page.getByLabel(/^Current password/).fill(current);
  await page.getByLabel(/^New password/).fill(password);
  await page.getByLabel(/^Repeat new password/).fill(password);
}

/** Presses a button on a person's page and confirms in the dialog that opens. */
export const confirm = (page: Page, button: string, verb: string, fill?: () => Promise<void>) =>
  confirmed(
    page,
    verb,
    () => page.getByRole('button', { name: button, exact: true }).click(),
    fill,
  );

/** Chooses from the menu More of a person's page and confirms in the dialog that opens. */
export const confirmFromMenu = (
  page: Page,
  item: string,
  verb: string,
  fill?: () => Promise<void>,
) =>
  confirmed(
    page,
    verb,
    async () => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
    fill,
  );

async function confirmed(
  page: Page,
  verb: string,
  open: () => Promise<void>,
  fill?: () => Promise<void>,
) {
  const deed = page.getByRole('button', { name: verb, exact: true });
  // A toast is a dialog too.
  const dialog = page.getByRole('dialog').filter({ has: deed });
  await open();
  await dialog.waitFor();
  await fill?.();
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Opens a long list of ticks; a short one is open. */
export async function unfold(page: Page, list: string): Promise<void> {
  const summary = page.getByRole('group', { name: list, exact: true }).locator('summary');
  if (await summary.isVisible()) await summary.click();
}
