import { expect } from '@playwright/test';
import { makeStructure } from '@/tests/one-of-everything';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { groupsOf, makeGroup } from '@/tests/structure';
import { test } from '../fixtures/test';
import { unfold } from './forms';

const nameOf = async (table: string, id: string) =>
  (await sql<{ name: string }>(`SELECT name FROM ${table} WHERE id = $1`, [id]))[0]?.name ?? '';

const idOf = async (email: string) =>
  (await sql<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]))[0]?.id ?? '';

test('everything of a new person is filled in at once, and shown on their page', async ({
  page,
  signedIn,
}) => {
  const house = await makeStructure();
  const other = await makeGroup(null);
  await signedIn(await makePerson({ company: house.company, right: 'organisation_admin' }));
  const email = `new-${crypto.randomUUID()}@example.org`;
  await page.goto('/admin/users/new');
  await page.getByLabel(/^First name/).fill('Noor');
  await page.getByLabel(/^Last name/).fill('Newcomer');
  await page.getByLabel(/^E-mail/).fill(email);
  await page.getByRole('radio', { name: 'Teal' }).check();
  await expect(page.getByLabel('Colour as #rrggbb')).toHaveValue('#2b9a9a');
  await page.getByLabel('Department').selectOption(house.department);
  await page.getByLabel('Position').selectOption(house.position);
  await page.getByLabel(await nameOf('platform_roles', house.role)).check();
  await expect(page.getByLabel('Apply groups from roles')).toBeChecked();
  await unfold(page, 'Further groups');
  await page.getByLabel(await nameOf('access_groups', house.group), { exact: true }).check();
  const search = page.getByLabel('Narrow further groups');
  if (await search.isVisible()) await search.fill(await nameOf('access_groups', other));
  await page.getByLabel(await nameOf('access_groups', other)).check();
  await page.getByLabel(/^Quiz /).check();
  await page.getByLabel('End date').fill('2099-12-31');
  await page.getByLabel('Invite').selectOption('None');
  await page.getByRole('button', { name: 'Create user' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Noor Newcomer');
  const id = await idOf(email);
  expect(await groupsOf(id)).toEqual({
    [house.brought]: 'role',
    [house.group]: 'manual',
    [other]: 'manual',
  });
  const [brought, role] = [
    await nameOf('access_groups', house.brought),
    await nameOf('platform_roles', house.role),
  ];
  await expect(page.getByText(`${brought} · from ${role}`)).toBeVisible();
  await expect(page.getByText('2099-12-31').first()).toBeVisible();
});

test('the company is looked for by typing, and what was typed before stays', async ({
  page,
  signedIn,
}) => {
  const [first, second] = [await makeStructure(), await makeStructure()];
  await signedIn(await makePerson({ company: first.company, right: 'superuser' }));
  await page.goto('/admin/users/new');
  await page.getByLabel(/^First name/).fill('Typed');
  await page.getByText('Choose another company').click();
  await page.getByLabel('Find a company').fill(second.company.name);
  await page.getByRole('link', { name: second.company.name }).click();
  await expect(page.getByRole('group', { name: `In ${second.company.name}` })).toBeVisible();
  await expect(page.getByLabel(/^First name/)).toHaveValue('Typed');
  await page.getByLabel('Department').selectOption(second.department);
  await expect(page.getByLabel('Position').getByRole('option')).toHaveCount(2);
});

test('an existing account is given its cabinet profile', async ({ page, signedIn }) => {
  const house = await makeStructure();
  await signedIn(await makePerson({ company: house.company, right: 'superuser' }));
  const account = await makePerson({ company: null, lastName: `Zz${Date.now()}` });
  await page.goto('/admin/users/new');
  await page.getByRole('link', { name: 'Use Existing User' }).click();
  await page.getByLabel('Find an account by name, e-mail or phone').fill(account.email);
  await page.getByRole('link', { name: account.email }).click();
  await expect(page.getByLabel(/^E-mail/)).toHaveValue(account.email);
  await page.getByLabel('Department').selectOption(house.department);
  await page.getByRole('button', { name: 'Create profile' }).click();
  await expect(page).toHaveURL(`/admin/users/${account.id}`);
  const [stored] = await sql('SELECT company_id, department_id FROM users WHERE id = $1', [
    account.id,
  ]);
  expect(stored).toEqual({ company_id: house.company.id, department_id: house.department });
});

test('who sees no accounts without a company is told so', async ({ page, signedIn }) => {
  const account = await makePerson({ company: null });
  await signedIn(await makePerson({ company: await makeCompany(), right: 'organisation_admin' }));
  await page.goto(`/admin/users/new?mode=existing&user=${account.id}`);
  await expect(page.getByText('Only a superuser can do this')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(account.email);
});

test.describe('before scripts have loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a person is created, and after an error what was ticked stays ticked', async ({
    page,
    signedIn,
  }) => {
    const house = await makeStructure();
    await signedIn(await makePerson({ company: house.company, right: 'organisation_admin' }));
    const email = `plain-${crypto.randomUUID()}@example.org`;
    await page.goto('/admin/users/new');
    await page.getByLabel(/^First name/).fill('Plain');
    await page.getByLabel(/^E-mail/).fill(email);
    await page.getByLabel('Department').selectOption(house.department);
    await page.getByLabel('Position').selectOption(house.position);
    const [group, brought] = [
      page.getByLabel(await nameOf('access_groups', house.group), { exact: true }),
      page.getByLabel(await nameOf('access_groups', house.brought), { exact: true }),
    ];
    await unfold(page, 'Further groups');
    await group.check();
    await page.getByRole('radio', { name: 'Violet' }).check();
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByRole('link', { name: 'The last name is required.' })).toBeVisible();
    await expect(group).toBeChecked();
    await expect(brought).not.toBeChecked();
    await expect(page.getByRole('radio', { name: 'Violet' })).toBeChecked();
    await expect(page.getByLabel('Position')).toHaveValue(house.position);
    await page.getByLabel(/^Last name/).fill('Browser');
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Plain Browser');
    const id = await idOf(email);
    expect(await groupsOf(id)).toEqual({ [house.group]: 'manual' });
    expect(await sql('SELECT colour FROM users WHERE id = $1', [id])).toEqual([
      { colour: '#8e4ec6' },
    ]);
  });
});
