import { expect } from '@playwright/test';
import { makeStructure } from '@/tests/one-of-everything';
import { makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { groupsOf, hold, join } from '@/tests/structure';
import { test } from '../fixtures/test';

const address = ({ id }: TestPerson) => `/admin/users/${id}/edit`;
const personOf = async ({ id }: TestPerson) =>
  (await sql('SELECT first_name, last_name, colour, company_id FROM users WHERE id = $1', [id]))[0];

test('security 62: of two editors of a person the later is told both versions, and chooses', async ({
  page,
  signedIn,
  another,
}) => {
  const { company } = await makeStructure();
  const admin = await makePerson({ company, right: 'organisation_admin' });
  const person = await makePerson({ company });
  await signedIn(admin);
  await page.goto(address(person));
  const other = await another(admin);
  await other.goto(address(person));

  await page.getByLabel(/^First name/).fill('Earlier');
  await page.getByLabel('Colour as #rrggbb').fill('#111111');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(`/admin/users/${person.id}`);

  await other.getByLabel(/^First name/).fill('Later');
  await other.getByLabel(/^Last name/).fill('Kept');
  await other.getByRole('button', { name: 'Save changes' }).click();
  const versions = other.getByRole('region', { name: 'Both versions' });
  const names = versions.getByRole('row', { name: /^First name/ });
  await expect(names.getByRole('cell')).toContainText(['Later', 'Earlier', 'Take theirs']);
  await expect(versions.getByLabel('Take theirs: First name')).not.toBeChecked();
  await expect(versions.getByLabel('Take theirs: Colour')).toBeChecked();
  await expect(other.getByLabel(/^First name/)).toHaveValue('Later');
  expect(await personOf(person)).toMatchObject({ first_name: 'Earlier', last_name: 'Example' });

  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other).toHaveURL(`/admin/users/${person.id}`);
  expect(await personOf(person)).toMatchObject({
    first_name: 'Later',
    last_name: 'Kept',
    colour: '#111111',
  });
});

test('a move to another company says first what it takes', async ({ page, signedIn }) => {
  const [from, to] = [await makeStructure(), await makeStructure()];
  await signedIn(await makePerson({ company: from.company, right: 'superuser' }));
  const person = await makePerson({ company: from.company });
  await hold(person.id, from.role);
  await join(person.id, from.brought, 'role');
  await page.goto(address(person));
  await page.getByText('Move to another company').click();
  await page.getByLabel('Find a company').fill(to.company.name);
  await page.getByRole('link', { name: to.company.name }).click();
  const warning = page.getByText(`Moves from ${from.company.name} to ${to.company.name}`);
  await expect(warning).toBeVisible();
  await expect(page.getByText(/^Platform roles: Role/)).toBeVisible();
  await expect(page.getByText(/^Groups: Group/)).toBeVisible();
  expect(await personOf(person)).toMatchObject({ company_id: from.company.id });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(`/admin/users/${person.id}`);
  expect(await personOf(person)).toMatchObject({ company_id: to.company.id });
  expect(await groupsOf(person.id)).toEqual({});
});

test('groups come and go with roles; those given by hand stay', async ({ page, signedIn }) => {
  const house = await makeStructure();
  await signedIn(await makePerson({ company: house.company, right: 'user_admin' }));
  const person = await makePerson({ company: house.company });
  await join(person.id, house.group, 'manual');
  await page.goto(address(person));
  await page.getByLabel(/^Role /).check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(`/admin/users/${person.id}`);
  expect(await groupsOf(person.id)).toEqual({ [house.brought]: 'role', [house.group]: 'manual' });
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel(/^Role /).uncheck();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(`/admin/users/${person.id}`);
  expect(await groupsOf(person.id)).toEqual({ [house.group]: 'manual' });
});

test('what the directory holds cannot be typed over', async ({ page, signedIn }) => {
  const { company } = await makeStructure();
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  const person = await makePerson({ company, source: 'directory' });
  await page.goto(address(person));
  await expect(page.getByText('come from the directory')).toBeVisible();
  for (const label of [/^First name/, /^Last name/, /^E-mail/, /^Phone/]) {
    await expect(page.getByLabel(label)).not.toBeEditable();
  }
  await page.getByLabel('Colour as #rrggbb').fill('#3f9c5a');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(`/admin/users/${person.id}`);
  expect(await personOf(person)).toMatchObject({ colour: '#3f9c5a' });
});
