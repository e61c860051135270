import { expect, type Page } from '@playwright/test';
import { assign, makeContract } from '@/tests/contracts';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';
import { confirm } from './forms';
import { choose, chip, filters, openFilters, rows as people } from './lists';

const rows = (page: Page) => page.getByRole('region', { name: 'Contracts' }).locator('tbody tr');

/** Types into a choice once a script has made it one, and takes what it finds. */
async function pick(page: Page, name: string, text: string, option = text) {
  await page.getByRole('combobox', { name }).and(page.locator('input')).fill(text);
  await page.getByRole('option', { name: option }).click();
}

test('a contract is created, edited, archived and reopened, and finds its users', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  const [ann, former] = [
    await makePerson({ company, firstName: 'Ann', lastName: 'Able' }),
    await makePerson({ company }),
  ];
  await page.goto('/admin/contracts');

  await test.step('created, once what is missing is said at its field', async () => {
    await expect(page.getByText('No open contract')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Create Contract' }).first().click();
    await page.getByLabel(/^Number/).fill('HB-1');
    await page.getByLabel(/^Name/).fill('Harbour');
    await page.getByLabel('Party 1').fill('Port Authority');
    await page.getByLabel('Party 2').fill('Dredging Ltd');
    await page.getByRole('button', { name: 'Create Contract' }).click();
    await expect(page.getByText('Choose a currency of the list.').first()).toBeVisible();
    await expect(page.getByLabel('Party 2')).toHaveValue('Dredging Ltd');
    await pick(page, 'Currency', 'swiss fr', 'CHF Swiss Franc');
    await page.getByRole('button', { name: 'Create Contract' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /HB-1/ })).toBeVisible();
    await expect(page.getByText('CHF · Swiss Franc')).toBeVisible();
  });

  const [made] = await sql<{ id: string }>('SELECT id FROM contracts WHERE company_id = $1', [
    company.id,
  ]);
  const contract = { id: made!.id, number: 'HB-1', companyId: company.id };
  const home = `/admin/contracts/${contract.id}`;

  await test.step('edited; its number is its own', async () => {
    await makeContract(company, { number: 'HB-2' });
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByLabel(/^Number/).fill('hb-2');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(
      page.getByText('The company has a contract with this number already.').first(),
    ).toBeVisible();
    await page.getByLabel(/^Number/).fill('HB-1a');
    await page.getByLabel('Practice contract').check();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page).toHaveURL(home);
    await expect(page.getByRole('heading', { level: 1, name: /HB-1a/ })).toBeVisible();
    await expect(page.getByText('Contract changed')).toBeVisible();
  });

  await assign(contract, ann, { approver: true, namedManager: true, threshold: '10' });
  await assign(contract, former, { isActive: false });

  await test.step('its currency stays once there is a threshold', async () => {
    await page.goto(`${home}/edit`);
    await expect(page.getByText('One person has a threshold in it.')).toBeVisible();
    await expect(page.getByLabel('Currency')).not.toBeEditable();
  });

  await test.step('archived, told who is no longer held by it', async () => {
    await page.goto(home);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: 'Archive HB-1a' });
    await expect(dialog.getByText('Ann Able')).toBeVisible();
    await dialog.getByRole('button', { name: 'Archive contract' }).click();
    await expect(page.getByRole('main').getByText('Archived').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
    await page.goto('/admin/contracts');
    await expect(rows(page)).toHaveCount(1);
    await page.getByLabel('State').selectOption('archived');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/\?state=archived$/);
    await expect(rows(page)).toHaveText([/HB-1a/]);
  });

  await test.step('reopened, told what it lacks', async () => {
    await sql("UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1", [
      ann.id,
    ]);
    await page.goto(home);
    await confirm(page, 'Reopen', 'Reopen contract');
    await expect(
      page.getByText('Nobody who may enter is the approver or named manager of this contract.'),
    ).toBeVisible();
    await page.goto('/admin/contracts?uncovered=1');
    await expect(rows(page)).toHaveText([/HB-1a.*Practice.*Ann Able.*None effective/]);
  });

  await test.step('its users are found by it', async () => {
    await page.goto('/admin/users');
    await openFilters(page);
    await choose(page, 'Contract', 'HB-1a');
    await filters(page).getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(`/admin/users?contract=${contract.id}`);
    await expect(people(page)).toHaveText([/Ann Able/]);
    await chip(page, 'Contract').click();
    await expect(people(page)).toHaveCount(3);
  });
});

test('two editors of a contract: the later save is told both versions', async ({
  page,
  signedIn,
  another,
}) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  const { id } = await makeContract(company, { name: 'First' });
  const other = await another(await makePerson({ company, right: 'organisation_admin' }));
  for (const editor of [page, other]) await editor.goto(`/admin/contracts/${id}/edit`);
  await other.getByLabel(/^Name/).fill('Theirs');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other).toHaveURL(`/admin/contracts/${id}`);
  await page.getByLabel('Party 1').fill('Mine');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const versions = page.getByRole('region', { name: 'Both versions' });
  await expect(versions.getByRole('row', { name: /Name.*First.*Theirs/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(`/admin/contracts/${id}`);
  const [saved] = await sql('SELECT name, party_1 FROM contracts WHERE id = $1', [id]);
  expect(saved).toEqual({ name: 'Theirs', party_1: 'Mine' });
});

test('a superuser chooses the company; contract roles are its catalogue', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company: null, right: 'superuser' }));

  await test.step('a contract of the company that was found by name', async () => {
    await page.goto('/admin/contracts/new');
    await pick(page, 'Company', company.name);
    await page.getByLabel(/^Number/).fill('S-1');
    await page.getByLabel(/^Name/).fill('Bridge');
    await page.getByLabel('Party 1').fill('City');
    await page.getByLabel('Party 2').fill('Builders');
    await pick(page, 'Currency', 'EUR', 'EUR Euro');
    await page.getByRole('button', { name: 'Create Contract' }).click();
    await expect(page.getByRole('main').getByText(company.name).first()).toBeVisible();
  });

  await test.step('the list of that company alone', async () => {
    await page.goto(`/admin/contracts?company=${company.id}`);
    await expect(rows(page)).toHaveText([/S-1/]);
    await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue(company.name);
    await page.getByRole('link', { name: /^Remove filter Company/ }).click();
    await expect(page).toHaveURL('/admin/contracts');
  });

  await test.step('a role is added, renamed and deleted', async () => {
    await page.goto(`/admin/organisation/${company.id}/contract-roles`);
    await page.getByLabel('New contract role').fill('Supervisor');
    await page.getByRole('button', { name: 'Add contract role' }).click();
    await page.getByRole('link', { name: 'Supervisor', exact: true }).click();
    await page.getByLabel(/^Name/).fill('Site supervisor');
    await page.getByRole('button', { name: 'Rename contract role' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Site supervisor');
    await page.getByRole('button', { name: 'Delete contract role' }).click();
    await expect(page).toHaveURL(`/admin/organisation/${company.id}/contract-roles`);
    await expect(page.getByText('No contract roles yet')).toBeVisible();
  });
});

test('a Party 2 administrator begins at the contracts they are on', async ({ page, signedIn }) => {
  const company = await makeCompany();
  const owner = await makeCompany();
  const person = await makePerson({ company, right: 'party2_user_admin' });
  const [mine, other] = [
    await makeContract(owner, { number: 'P2-1' }),
    await makeContract(owner, { number: 'P2-2' }),
  ];
  await assign(mine, person, { party: 2 });
  await signedIn(person);
  await page.goto('/');
  await expect(page).toHaveURL('/admin/contracts');
  await expect(rows(page)).toHaveText([/P2-1/]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('p2-');
  await page.getByRole('option', { name: /^P2-1/ }).waitFor();
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /P2-1/ })).toBeVisible();
  for (const name of ['Archive', 'Edit']) {
    await expect(page.getByRole('main').getByText(name, { exact: true })).toHaveCount(0);
  }
  const answer = await page.request.get(`/admin/contracts/${other.id}`);
  expect(answer.status()).toBe(404);
});

test.describe('before any script has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a contract is created', async ({ page, signedIn }) => {
    const company = await makeCompany();
    await signedIn(await makePerson({ company, right: 'organisation_admin' }));
    await page.goto('/admin/contracts/new');
    await page.getByLabel(/^Number/).fill('NS-1');
    await page.getByLabel(/^Name/).fill('Quiet');
    await page.getByLabel('Party 1').fill('One');
    await page.getByLabel('Currency').selectOption('KWD');
    await page.getByRole('button', { name: 'Create Contract' }).click();
    await expect(page.getByText('Party 2 is required.').first()).toBeVisible();
    await expect(page.getByLabel('Currency')).toHaveValue('KWD');
    await page.getByLabel('Party 2').fill('Two');
    await page.getByRole('button', { name: 'Create Contract' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /NS-1/ })).toBeVisible();
  });
});
