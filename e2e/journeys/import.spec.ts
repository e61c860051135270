import { randomUUID } from 'node:crypto';
import { expect, type Page, type Route } from '@playwright/test';
import { makeContoso, messyFile } from '@/tests/imports';
import { makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';

const choose = async (page: Page, name: string, buffer: Buffer) => {
  await page.goto('/admin/users/import');
  await page.getByLabel('File').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload and match columns' }).click();
};

/** Keeps what the page sends from the server, until the returned function lets it go. */
async function holdAnswers(page: Page): Promise<() => void> {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const hold = async (route: Route) => {
    if (route.request().method() === 'POST') await answered;
    await route.continue();
  };
  await page.route('**/columns', hold, { times: 1 });
  return answer;
}

const figure = (page: Page, label: string) =>
  page.locator('dl > div', { has: page.getByText(label, { exact: true }) }).locator('dd');

const peopleOf = async ({ id }: TestCompany) =>
  (await sql('SELECT 1 FROM users WHERE company_id = $1', [id])).length;

test('a messy file: columns matched, errors seen, good rows created, the others told', async ({
  page,
  signedIn,
  another,
  tolerate,
}) => {
  const company = await makeContoso(`Contoso ${randomUUID()}`);
  const right = 'organisation_admin';
  await makePerson({ company, email: 'taken@example.com' });
  await signedIn(await makePerson({ company, right }));

  await choose(page, 'people.csv', await messyFile(company.name));
  await expect(page.getByRole('heading', { name: 'Match columns' })).toBeVisible();
  await expect(page.getByLabel(/E-Mail/)).toHaveValue('email');
  await expect(page.getByLabel(/Notes/)).toHaveValue('');
  await page.getByLabel(/E-Mail/).selectOption('phone');
  await page.getByRole('button', { name: 'Check 22 rows' }).click();
  await expect(page.getByRole('alert').first()).toContainText('taken for the same as column 3');
  await page.getByLabel(/E-Mail/).selectOption('email');
  const answer = await holdAnswers(page);
  await page.getByRole('button', { name: 'Check 22 rows' }).click();
  await expect(page.getByText('Checking 22 rows …')).toBeVisible();
  answer();

  await expect(page.getByRole('heading', { name: 'Check import' })).toBeVisible();
  await expect(figure(page, 'Can be created')).toHaveText('7');
  await expect(figure(page, 'With errors')).toHaveText('14');
  await expect(figure(page, 'Empty')).toHaveText('1');
  await expect(figure(page, 'E-mail twice in the file')).toHaveText('2');
  await expect(figure(page, 'E-mail exists already')).toHaveText('1');
  await expect(page.getByText('Left out, and not stored: “Notes”.')).toBeVisible();
  const renee = page.getByRole('row', { name: /renee.two@example.com/ });
  await expect(renee.locator('del').getByText('RENEE.TWO@EXAMPLE.COM')).toBeVisible();
  await expect(renee.getByText('+442079460328')).toBeVisible();
  await page.getByRole('link', { name: 'Match columns again' }).click();
  await expect(page.getByLabel(/Notes/)).toBeDisabled();
  await expect(page.getByText('To take it, upload the file again.')).toBeVisible();
  await page.getByRole('button', { name: 'Check 22 rows' }).click();
  await expect(figure(page, 'Can be created')).toHaveText('7');
  await page.getByRole('link', { name: 'Errors only' }).click();
  await expect(page).toHaveURL(/show=errors/);
  await expect(page.getByRole('row', { name: /renee.two/ })).toHaveCount(0);
  await expect(
    page.getByText(`There is no department “Legal” in ${company.name}.`).first(),
  ).toBeVisible();

  const address = page.url();
  const colleague = await another(await makePerson({ company, right }));
  tolerate(/404/);
  await colleague.goto(address);
  await expect(colleague.getByText(/not found|nothing here/i).first()).toBeVisible();

  await page.getByRole('button', { name: 'Create 7 people' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Some rows have errors');
  expect(await peopleOf(company)).toBe(3);
  await page.getByLabel('Create only the 7 rows without errors').check();
  await page.getByRole('button', { name: 'Create 7 people' }).click();
  await expect(page.getByRole('heading', { name: 'Import result' })).toBeVisible();
  await expect(page.getByText('7 people created')).toBeVisible();
  await expect(page.getByText('14 rows refused')).toBeVisible();
  expect(await peopleOf(company)).toBe(10);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const csv = Buffer.concat(chunks).toString();
  expect(csv.match(/,Created,/g)).toHaveLength(7);
  expect(csv.match(/,Refused,/g)).toHaveLength(14);
  expect(csv).toContain('There is no company “Unknown Co” in your scope.');
});

test('the matching of columns is remembered for the same headers', async ({ page, signedIn }) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  const file = (name: string) =>
    Buffer.from(
      `Given,Sur,Where to write\n${name},Lee,${name.toLowerCase()}@${company.id}.example\n`,
    );
  await choose(page, 'first.csv', file('Ann'));
  await page.getByLabel(/Given/).selectOption('firstName');
  await page.getByLabel(/Sur/).selectOption('lastName');
  await page.getByLabel(/Where to write/).selectOption('email');
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(figure(page, 'Can be created')).toHaveText('1');

  await choose(page, 'second.csv', file('Bo'));
  await expect(page.getByLabel(/Where to write/)).toHaveValue('email');
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await page.getByRole('button', { name: 'Create 1 person' }).click();
  await expect(page.getByText('1 person created')).toBeVisible();
});

test('what is no file of people says so and stays on the page', async ({ page, signedIn }) => {
  await signedIn(await makePerson({ right: 'user_admin' }));
  await choose(page, 'macros.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]));
  await expect(page.getByRole('alert').first()).toContainText('Excel before 2007');
  await choose(page, 'big.csv', Buffer.alloc(15 * 1024 * 1024, 'x'));
  await expect(page.getByRole('alert').first()).toContainText('Row 1');
});

test.describe('before scripts have loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('an import goes all the way', async ({ page, signedIn }) => {
    const company = await makeCompany();
    await signedIn(await makePerson({ company, right: 'user_admin' }));
    const email = `ann@${company.id}.example`;
    await choose(
      page,
      'people.csv',
      Buffer.from(`First name,Last name,E-mail\nAnn,Lee,${email}\n`),
    );
    await page.getByRole('button', { name: 'Check 1 row' }).click();
    await page.getByRole('button', { name: 'Create 1 person' }).click();
    await expect(page.getByText('1 person created')).toBeVisible();
    expect(await peopleOf(company)).toBe(2);
  });
});
