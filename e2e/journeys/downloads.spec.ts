import { buffer } from 'node:stream/consumers';
import { expect, type Download, type Page } from '@playwright/test';
import { assign, makeContract } from '@/tests/contracts';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { readXlsx } from '@/tests/xlsx';
import { test } from '../fixtures/test';

/** A company with an ordinary and a practice contract, a guest on the first; and its administrator. */
async function scene() {
  const company = await makeCompany();
  const [ann, guest] = [await makePerson({ company }), await makePerson({ lastName: 'Guest' })];
  const contract = await makeContract(company, { number: 'A-1', currency: 'KWD' });
  await assign(contract, ann, { approver: true, namedManager: true, threshold: '1250.125' });
  await assign(contract, guest, { party: 2, isActive: false });
  await assign(await makeContract(company, { number: 'P-1', isPractice: true }), ann);
  await assign(await makeContract(await makeCompany()), guest);
  return { company, admin: await makePerson({ company, right: 'organisation_admin' }) };
}

/** Number, e-mail, threshold and practice of what a company has, from the database. */
const expected = async (companyId: string, practice: boolean) => {
  const rows = await sql<{ cells: string[] }>(
    `SELECT ARRAY[k.number, u.email, trim_scale(s.threshold)::text,
       CASE WHEN k.is_practice THEN 'Yes' ELSE 'No' END] AS cells
     FROM assignments s JOIN contracts k ON k.id = s.contract_id JOIN users u ON u.id = s.user_id
     WHERE k.company_id = $1 AND ($2 OR NOT k.is_practice)
     ORDER BY k.number, u.last_name, u.first_name, u.id`,
    [companyId, practice],
  );
  return rows.map(({ cells }) => cells);
};

async function downloaded(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return download;
}

const contentOf = async (download: Download) => buffer(await download.createReadStream());

async function reported(page: Page) {
  const download = await downloaded(page, 'Export to Excel');
  expect(download.suggestedFilename()).toMatch(
    /^user-contract-threshold-information-\d{4}-\d\d-\d\d\.xlsx$/,
  );
  const [sheet] = await readXlsx(await contentOf(download));
  return sheet!.rows.slice(1).map((row) => [0, 3, 10, 13].map((at) => row[at]!.value));
}

test('the report has what the database has, practice contracts on request', async ({
  page,
  signedIn,
}) => {
  const { company, admin } = await scene();
  await signedIn(admin);
  await page.goto('/admin/organisation');
  await page.locator('main').getByRole('link', { name: 'Downloads' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Downloads' })).toBeVisible();
  const plain = await reported(page);
  expect(plain).toEqual(await expected(company.id, false));
  expect(plain).toHaveLength(2);
  await expect(page.getByRole('button', { name: 'Export to Excel' })).toBeVisible();
  await page.getByLabel('Include practice contracts').check();
  await expect
    .poll(() => sql('SELECT 1 FROM exports WHERE owner_id = $1 AND ended_at IS NULL', [admin.id]))
    .toEqual([]);
  expect(await reported(page)).toEqual(await expected(company.id, true));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the form works as it is', async ({ page, signedIn }) => {
    const { company, admin } = await scene();
    await signedIn(admin);
    await page.goto('/admin/downloads');
    await page.getByLabel('Include practice contracts').check();
    const csv = (await contentOf(await downloaded(page, 'Export as CSV'))).toString();
    const numbers = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(numbers).toEqual((await expected(company.id, true)).map(([number]) => number));
  });
});

test('security 37: the report takes a tick and a format, and nothing else', async ({
  page,
  signedIn,
}) => {
  const { admin } = await scene();
  await signedIn(admin);
  for (const query of ['practice=yes', 'practice=on&practice=on', 'format=pdf', 'companyId=1']) {
    const answer = await page.request.get(`/api/contracts/report?${query}`);
    expect(answer.status(), query).toBe(400);
  }
});
