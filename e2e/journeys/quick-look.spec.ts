import { expect, type Page } from '@playwright/test';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { hold, join, makeGroup, makeRole } from '@/tests/structure';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';
import { confirm } from './forms';
import { rows } from './lists';

const look = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const rowLink = (page: Page, name: string) => page.getByRole('link', { name });
const idOf = async (companyId: string | null, lastName: string) =>
  (
    await sql<{ id: string }>('SELECT id FROM users WHERE company_id = $1 AND last_name = $2', [
      companyId,
      lastName,
    ])
  )[0]?.id ?? '';

/** Walks to a row by j, once the scripts listen. */
async function walkTo(page: Page, name: string) {
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(rowLink(page, name)).toBeFocused({ timeout: 500 });
  }).toPass();
}

test('by keyboard: o looks, j and k go on, x selects, Esc gives the row back', async ({
  page,
  signedIn,
}) => {
  await signedIn(await makeCrowd(12));
  await page.goto('/admin/users?sort=-name');
  await walkTo(page, 'Person 012');
  await page.keyboard.press('o');
  await expect(look(page, 'Person 012')).toBeFocused();
  await expect(page).toHaveURL(/\?sort=-name&look=[\da-f-]{36}$/);
  await page.keyboard.press('j');
  await expect(look(page, 'Person 011')).toBeVisible();
  await page.keyboard.press('j');
  await expect(look(page, 'Person 010')).toContainText('Locked');
  await page.keyboard.press('x');
  await expect(page.getByLabel('Select Person 010')).toBeChecked();
  await page.keyboard.press('k');
  await expect(look(page, 'Person 011')).toBeVisible();
  await expect(page.getByLabel('Select Person 010')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rowLink(page, 'Person 011')).toBeFocused();
  await expect(page).toHaveURL(/\?sort=-name$/);
});

test('Back closes it whoever was looked at since, and its address is opened by a colleague', async ({
  page,
  signedIn,
  another,
}) => {
  const admin = await makeCrowd(5);
  await signedIn(admin);
  await page.goto('/admin/users');
  await rows(page).nth(1).hover();
  await rows(page).nth(1).getByRole('link', { name: 'Quick look' }).click();
  await expect(look(page, 'Person 002')).toBeVisible();
  await look(page, 'Person 002').getByRole('link', { name: /^Next/ }).click();
  await expect(look(page, 'Person 003')).toBeVisible();
  await rows(page).nth(0).getByText('p1-').click();
  await expect(look(page, 'Person 001')).toBeVisible();
  const address = page.url();
  await page.goBack();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const company = { id: admin.companyId ?? '', name: '' };
  const colleague = await another(await makePerson({ company, right: 'auditor' }));
  await colleague.goto(address);
  await expect(look(colleague, 'Person 001')).toBeVisible();
  await expect(look(colleague, 'Person 001').getByRole('button', { name: 'Lock' })).toHaveCount(0);
  await look(colleague, 'Person 001').getByRole('link', { name: 'Full page' }).click();
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Person 001');
});

test('it shows what decides, and what is done there is seen in list and look', async ({
  page,
  signedIn,
}) => {
  const admin = await makeCrowd(3);
  const company = { id: admin.companyId ?? '', name: '' };
  const id = await idOf(company.id, '002');
  const [role, group] = [await makeRole(company), await makeGroup(company)];
  await hold(id, role);
  await join(id, group, 'manual');
  await sql(`UPDATE user_access SET end_date = '2099-05-06' WHERE user_id = $1`, [id]);
  await signedIn(admin);
  await page.goto(`/admin/users?look=${id}`);
  const sheet = look(page, 'Person 002');
  for (const text of ['2099-05-06', /Role /, /Group .* by hand/, 'Never signed in', 'Off']) {
    await expect(sheet.getByText(text).first()).toBeVisible();
  }
  await confirm(page, 'Lock', 'Lock user', () =>
    page.getByLabel(/^Reason/).fill('Left without notice'),
  );
  await expect(sheet.getByText('Left without notice')).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await expect(rows(page).nth(1)).toContainText('Locked');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('nobody of another company is looked at, and nonsense is not found', async ({
  page,
  signedIn,
  tolerate,
}) => {
  tolerate(/404/);
  const stranger = await makePerson({ lastName: 'Stranger' });
  await signedIn(await makeCrowd(2));
  for (const asked of [stranger.id, 'x', `${stranger.id}&look=${stranger.id}`]) {
    const answer = await page.goto(`/admin/users?look=${asked}`);
    expect(answer?.status(), asked).toBe(404);
    await expect(page.getByText('Stranger')).toHaveCount(0);
  }
});

test.describe('before any script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a link to open, to go on and to close', async ({ page, signedIn }) => {
    await signedIn(await makeCrowd(3));
    await page.goto('/admin/users');
    await rows(page).first().hover();
    await rows(page).first().getByRole('link', { name: 'Quick look' }).click();
    await look(page, 'Person 001').getByRole('link', { name: /^Next/ }).click();
    await look(page, 'Person 002').getByRole('link', { name: 'Close quick look' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(rows(page)).toHaveCount(4);
  });
});
