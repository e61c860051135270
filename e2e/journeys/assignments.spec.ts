import { expect, type Page } from '@playwright/test';
import { assign, contractRole, makeContract, type AssignmentOptions } from '@/tests/contracts';
import { makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';

async function scene(options: AssignmentOptions = {}) {
  const company = await makeCompany();
  const admin = await makePerson({ right: 'organisation_admin', company });
  const contract = await makeContract(company);
  const on = async (firstName: string, given: AssignmentOptions, person: PersonOptions = {}) => {
    const one = await makePerson({ company, firstName, ...person });
    await assign(contract, one, given);
    return one;
  };
  const ann = await on('Ann', options);
  return { company, admin, contract, ann, on };
}

const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const refusal = (page: Page) => page.getByRole('main').getByRole('alert');
const changes = (page: Page) => page.getByRole('region', { name: 'What changes' });

const stateOf = async (contractId: string, userId: string) =>
  (
    await sql(
      `SELECT is_active, threshold::text, email_setting, is_approver, version
       FROM assignments WHERE contract_id = $1 AND user_id = $2`,
      [contractId, userId],
    )
  )[0];

/** Edits a contract's row on the person's tab, looks, goes back, and submits. */
async function editTab(page: Page, { contract, ann }: Awaited<ReturnType<typeof scene>>) {
  await page.goto(`/admin/users/${ann.id}/contracts`);
  await page.getByRole('link', { name: 'Edit contracts' }).click();
  const fields = row(page, contract.number);
  await fields.getByLabel('Active').uncheck();
  await fields.getByLabel('Threshold, EUR').fill('1,250.50');
  await button(page, 'Verify').click();
  await expect(changes(page)).toContainText('Active');
  await expect(changes(page)).toContainText(/10\.00 EUR.*1,250\.50 EUR/);
  await expect(changes(page)).not.toContainText('E-mail');
  expect(await stateOf(contract.id, ann.id)).toMatchObject({ version: 1, is_active: true });
  await button(page, 'Back to editing').click();
  await expect(fields.getByLabel('Active')).not.toBeChecked();
  await expect(fields.getByLabel('Threshold, EUR')).toHaveValue('1,250.50');
  await fields.getByLabel('E-mail setting').selectOption('None');
  await button(page, 'Verify').click();
  await expect(changes(page)).toContainText('E-mail setting');
  await button(page, 'Submit').click();
  await expect(page.getByText('Saved: one row changed.')).toBeVisible();
  expect(await stateOf(contract.id, ann.id)).toMatchObject({
    is_active: false,
    threshold: '1250.5000',
    email_setting: 'none',
    version: 2,
  });
}

test('a person’s contracts: edit, Verify, back, Submit', async ({ page, signedIn }) => {
  const here = await scene({ threshold: '10' });
  await signedIn(here.admin);
  await editTab(page, here);
  await expect(page.getByRole('cell', { name: 'Inactive' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('edit, Verify, back and Submit work, and a refusal keeps what was typed', async ({
    page,
    signedIn,
  }) => {
    const here = await scene({ threshold: '10' });
    await signedIn(here.admin);
    await editTab(page, here);
    const { ann, contract } = here;
    await page.goto(`/admin/users/${ann.id}/contracts?edit=1`);
    await row(page, contract.number).getByLabel('Threshold, EUR').fill('many');
    await button(page, 'Verify').click();
    await expect(refusal(page)).toContainText('Enter an amount');
    await expect(row(page, contract.number).getByLabel('Threshold, EUR')).toHaveValue('many');
  });

  test('a person is added and a key person is replaced', async ({ page, signedIn }) => {
    const { company, admin, contract, ann, on } = await scene({ approver: true, threshold: '10' });
    const bob = await on('Bob', { threshold: '10' });
    const carl = await makePerson({ company, firstName: 'Carl' });
    await signedIn(admin);
    await page.goto(`/admin/contracts/${contract.id}`);
    await page.getByRole('link', { name: 'Add person' }).click();
    await page.getByLabel('Person').selectOption(carl.id);
    await page.getByLabel('Role').selectOption('Supervisor');
    await button(page, 'Add person').click();
    await expect(page.getByRole('link', { name: 'Carl Example' })).toBeVisible();
    await page.getByRole('link', { name: 'Replace Ann Example' }).click();
    await page.getByLabel('Approver').selectOption(bob.id);
    await button(page, 'Replace').click();
    await expect(page.getByRole('link', { name: 'Replace Bob Example' })).toBeVisible();
    expect(await stateOf(contract.id, ann.id)).toMatchObject({ is_approver: false });
    expect(await stateOf(contract.id, bob.id)).toMatchObject({ is_approver: true });
  });
});

test('a refused row is named, and nothing is changed', async ({ page, signedIn }) => {
  const { admin, contract, ann, on } = await scene({ approver: true });
  const bob = await on('Bob', {});
  await signedIn(admin);
  await page.goto(`/admin/contracts/${contract.id}?edit=1`);
  await row(page, 'Ann Example').getByLabel('Approver').uncheck();
  await row(page, 'Bob Example').getByLabel('Threshold, EUR').fill('5');
  await button(page, 'Verify').click();
  await expect(refusal(page)).toContainText(/Ann Example.*Choose a successor/);
  await expect(row(page, 'Ann Example').getByLabel('Approver')).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(row(page, 'Bob Example').getByLabel('Threshold, EUR')).toHaveValue('5');
  for (const { id } of [ann, bob]) {
    expect(await stateOf(contract.id, id)).toMatchObject({ version: 1 });
  }
});

test('who saves later is told both versions, and goes on from there', async ({
  page,
  signedIn,
}) => {
  const { admin, contract, ann } = await scene({ threshold: '10' });
  await signedIn(admin);
  await page.goto(`/admin/contracts/${contract.id}?edit=1`);
  const fields = row(page, 'Ann Example');
  await fields.getByLabel('Threshold, EUR').fill('30');
  await sql(
    `UPDATE assignments SET threshold = 20, email_setting = 'none', version = 2
     WHERE contract_id = $1 AND user_id = $2`,
    [contract.id, ann.id],
  );
  await button(page, 'Verify').click();
  const both = page.getByRole('region', { name: 'Both versions' });
  await expect(both).toContainText('Threshold is 20.00 EUR now; you have 30.00 EUR');
  await expect(both).toContainText('E-mail setting is None now');
  await expect(fields.getByLabel('E-mail setting')).toHaveValue('none');
  await expect(fields.getByLabel('Threshold, EUR')).toHaveValue('30');
  await button(page, 'Verify').click();
  await expect(changes(page)).toContainText(/20\.00 EUR.*30\.00 EUR/);
  await button(page, 'Submit').click();
  await expect(page.getByText('Saved: one row changed.')).toBeVisible();
  expect(await stateOf(contract.id, ann.id)).toMatchObject({
    threshold: '30.0000',
    email_setting: 'none',
    version: 3,
  });
});

test('a key person without a possible successor: the page says who could be one', async ({
  page,
  signedIn,
}) => {
  const { admin, contract, on } = await scene({ approver: true, threshold: '10' });
  await on('Bob', { threshold: '9.99' });
  await signedIn(admin);
  await page.goto(`/admin/contracts/${contract.id}`);
  await page.getByRole('link', { name: 'Replace Ann Example' }).click();
  await expect(page.getByText('Nobody can take over: Approver')).toBeVisible();
  await expect(page.getByText(/threshold of at least 10\.00 EUR/)).toBeVisible();
  await expect(button(page, 'Replace')).toHaveCount(0);
});

test('an auditor reads the contracts of a person and changes nothing', async ({
  page,
  signedIn,
}) => {
  const { company, contract, ann } = await scene();
  await assign(await makeContract(await makeCompany()), ann);
  await signedIn(await makePerson({ right: 'auditor', company }));
  await page.goto(`/admin/users/${ann.id}/contracts?edit=1`);
  await expect(page.getByText(contract.number)).toBeVisible();
  await expect(page.getByText('One more contract belongs to another company.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit contracts' })).toHaveCount(0);
  await expect(button(page, 'Verify')).toHaveCount(0);
});

test('security 34: a party 2 administrator sees party 2 alone, and four fields of it', async ({
  page,
  signedIn,
}) => {
  const { contract, on } = await scene({ party: 1 });
  const company = await makeCompany();
  const limited = await makePerson({ right: 'party2_user_admin', company, firstName: 'Limited' });
  await assign(contract, limited, { party: 2, threshold: '100' });
  const eve = await on('Eve', { party: 2, threshold: '10' });
  const colleague = await makePerson({ company, firstName: 'Colleague' });
  await contractRole(contract.companyId);
  await signedIn(limited);
  await page.goto(`/admin/contracts/${contract.id}`);
  await expect(page.getByText('Eve Example')).toBeVisible();
  await expect(page.getByText('Ann Example')).toHaveCount(0);
  await page.getByRole('link', { name: 'Edit people' }).click();
  await expect(row(page, 'Limited Example').getByRole('textbox')).toHaveCount(0);
  const fields = row(page, 'Eve Example');
  await expect(fields.getByRole('checkbox')).toHaveCount(1);
  await expect(fields.getByRole('combobox')).toHaveCount(2);
  await fields.getByLabel('Threshold, EUR').fill('100.01');
  await button(page, 'Verify').click();
  await expect(refusal(page)).toContainText('above your own');
  await fields.getByLabel('Threshold, EUR').fill('100');
  await button(page, 'Verify').click();
  await button(page, 'Submit').click();
  await expect(page.getByText('Saved: one row changed.')).toBeVisible();
  expect(await stateOf(contract.id, eve.id)).toMatchObject({ threshold: '100.0000' });
  await page.getByRole('link', { name: 'Add person' }).click();
  await page.getByRole('combobox', { name: 'Person', exact: true }).fill('Coll');
  await page.getByRole('option', { name: /Colleague/ }).click();
  await page.getByLabel('Role').selectOption('Supervisor');
  await button(page, 'Add person').click();
  await expect(page.getByText('Colleague Example')).toBeVisible();
  expect(await stateOf(contract.id, colleague.id)).toMatchObject({ is_approver: false });
});

test('by keyboard alone: edit, Enter verifies, Submit is next', async ({ page, signedIn }) => {
  const { admin, contract, ann } = await scene();
  await signedIn(admin);
  await page.goto(`/admin/contracts/${contract.id}?edit=1`);
  const threshold = row(page, 'Ann Example').getByLabel('Threshold, EUR');
  await threshold.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('77');
  await page.keyboard.press('Enter');
  await expect(changes(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(button(page, 'Submit')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved: one row changed.')).toBeVisible();
  expect(await stateOf(contract.id, ann.id)).toMatchObject({ threshold: '77.0000' });
});
