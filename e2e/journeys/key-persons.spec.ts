import { expect } from '@playwright/test';
import { assign, makeContract } from '@/tests/contracts';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';
import { confirmFromMenu } from './forms';

/** A company's contract with an approver, who is named manager as well, and who could take over. */
async function house() {
  const company = await makeCompany();
  const admin = await makePerson({ company, right: 'organisation_admin' });
  const holder = await makePerson({ company, firstName: 'Iryna', lastName: 'Melnyk' });
  const successor = await makePerson({ company, firstName: 'Otto', lastName: 'Weber' });
  const [contract, other] = [
    await makeContract(company, { number: 'K-100', name: 'Harbour works' }),
    await makeContract(company, { number: 'K-200', name: 'Bridge' }),
  ];
  await assign(contract, holder, { approver: true, namedManager: true, threshold: '100' });
  await assign(contract, successor, { threshold: '100' });
  await assign(contract, await makePerson({ company, lastName: 'Small' }), { threshold: '99' });
  await assign(other, holder, { role: 'Clerk', threshold: '5' });
  return { company, admin, holder, successor, contract, other };
}

const seatsOn = (contractId: string) =>
  sql<{ user_id: string; is_active: boolean }>(
    `SELECT user_id, is_active FROM assignments
     WHERE contract_id = $1 AND is_approver AND is_named_manager`,
    [contractId],
  );

test('a key person is deactivated once successors are chosen, in one step', async ({
  page,
  signedIn,
}) => {
  const { admin, holder, successor, contract } = await house();
  await signedIn(admin);
  await page.goto(`/admin/users/${holder.id}`);
  await page.getByRole('link', { name: 'Deactivate' }).click();
  await expect(page.getByRole('heading', { name: 'Deactivate Iryna Melnyk' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'K-100' })).toHaveAttribute(
    'href',
    `/admin/contracts/${contract.id}`,
  );

  const replace = page.getByRole('button', { name: 'Replace and deactivate' });
  await replace.click();
  await expect(page.getByRole('alert').getByText('Choose a successor.').first()).toBeVisible();
  const approver = page.getByLabel(/^Approver/);
  await expect(approver.getByRole('option')).toHaveCount(2);
  await approver.selectOption({ label: `Otto Weber, ${successor.email}` });
  await page.getByLabel(/^Named manager/).selectOption({ label: `Otto Weber, ${successor.email}` });
  await replace.click();

  await expect(page).toHaveURL(new RegExp(`/admin/users/${holder.id}$`));
  await expect(page.getByText('Deactivated', { exact: true }).first()).toBeVisible();
  expect(await seatsOn(contract.id)).toEqual([{ user_id: successor.id, is_active: true }]);
  const left = await sql('SELECT 1 FROM assignments WHERE user_id = $1 AND is_active', [holder.id]);
  expect(left).toEqual([]);
});

test('a key person is not deleted, and locked instead: contracts stay, a task is there', async ({
  page,
  signedIn,
}) => {
  const { admin, holder, contract } = await house();
  await signedIn(admin);
  await page.goto(`/admin/users/${holder.id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete user' }).click();
  await expect(page.getByText('A key person cannot be deleted')).toBeVisible();
  await page.getByLabel(/^Type/).fill(holder.email);
  await page.getByRole('button', { name: 'Delete user' }).click();
  await expect(page.getByText('This person is a key person of a contract.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: 'Deactivate' }).click();
  await page.getByLabel(/^Reason/).fill('Phone lost');
  await page.getByRole('button', { name: 'Lock user' }).click();
  await expect(page.getByText('Phone lost').first()).toBeVisible();
  expect(await seatsOn(contract.id)).toEqual([{ user_id: holder.id, is_active: true }]);
  expect(
    await sql('SELECT 1 FROM assignments WHERE user_id = $1 AND is_active', [holder.id]),
  ).toHaveLength(2);

  await page.goto('/admin/tasks');
  const task = page.getByRole('row', { name: /K-100 Harbour works/ });
  await expect(task).toContainText('No approver and no named manager of it may enter.');
  await expect(page.getByRole('row', { name: /K-200/ })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('1 waiting');

  await page.goto(`/admin/users/${holder.id}`);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock user' }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  await page.goto('/admin/tasks');
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await page.goto('/admin/tasks?state=closed');
  await expect(page.getByRole('row', { name: /K-100/ })).toBeVisible();
});

test('Deactivate Users names the key persons, and locks them instead', async ({
  page,
  signedIn,
}) => {
  const { admin, holder } = await house();
  await signedIn(admin);
  await page.goto('/admin/users?q=example.org');
  await page.getByRole('button', { name: 'Deactivate Users' }).first().click();
  await expect(page.getByRole('heading', { name: 'Deactivate Users' })).toBeVisible();
  await expect(page.getByText('1 key person cannot be deactivated')).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Iryna Melnyk' }).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Agree and Proceed' }).click();
  await expect(page.getByRole('heading', { name: 'Deactivate Users: result' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Iryna Melnyk/ })).toContainText('Key person');
  await page.getByRole('button', { name: 'Lock 1 user instead' }).click();

  await page.getByLabel(/^What to do/).selectOption('Lock');
  await page.getByLabel(/^Reason/).fill('Left the company');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Lock 1 user' }).click();
  await expect(page.getByRole('heading', { name: 'Mass Update: result' })).toBeVisible();
  expect(
    await sql(
      'SELECT is_active, locked_at IS NOT NULL AS locked FROM user_access WHERE user_id = $1',
      [holder.id],
    ),
  ).toEqual([{ is_active: true, locked: true }]);
});

test('whose seat nobody can take over is told so; the contract is linked', async ({
  page,
  signedIn,
}) => {
  const { company, admin } = await house();
  const lonely = await makePerson({ company, firstName: 'Lone', lastName: 'Lee' });
  await assign(await makeContract(company), lonely, { approver: true });
  await signedIn(admin);
  await page.goto(`/admin/users/${lonely.id}/deactivate`);
  await expect(page.getByText('Approver: nobody can take over')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace and deactivate' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Lock user' })).toBeVisible();
});

test('an ordinary member is deactivated from the dialog, and deleted', async ({
  page,
  signedIn,
}) => {
  const { admin, successor } = await house();
  await signedIn(admin);
  await page.goto(`/admin/users/${successor.id}`);
  await confirmFromMenu(page, 'Delete user', 'Delete user', () =>
    page.getByLabel(/^Type/).fill(successor.email),
  );
  await expect(page).toHaveURL(/\/admin\/users$/);
});
