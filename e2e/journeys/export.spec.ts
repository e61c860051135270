import { expect, type Download, type Page } from '@playwright/test';
import { buffer } from 'node:stream/consumers';
import { makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { readXlsx } from '@/tests/xlsx';
import { test } from '../fixtures/test';
import { makeCrowd } from './crowd';

const contentOf = async (download: Download) => buffer(await download.createReadStream());

/** Full name and e-mail of everybody on the page, as the list shows them. */
const shown = (page: Page) =>
  page
    .getByRole('region', { name: 'Users' })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText));

async function exportFrom(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return download;
}

test('the file has the people of the list, its filter and its order', async ({
  page,
  signedIn,
}) => {
  await signedIn(await makeCrowd(60));
  await page.goto('/admin/users?q=PERSON+0&sort=-name&size=100');
  const rows = await shown(page);
  const download = await exportFrom(page, 'Export to Excel');
  expect(download.suggestedFilename()).toMatch(/^users-\d{4}-\d\d-\d\d\.xlsx$/);
  const [sheet] = await readXlsx(await contentOf(download));
  const exported = sheet!.rows.slice(1).map(([name, email]) => [name!.value, email!.value]);
  expect(exported.length).toBe(rows.length);
  for (const [i, [name, email]] of exported.entries()) {
    expect(rows[i]).toContain(name);
    expect(rows[i]).toContain(email);
  }
  await expect(page).toHaveURL(/sort=-name/); // the page stays
});

test('asking for the head alone starts none', async ({ page, signedIn }) => {
  const admin = await makeCrowd(3);
  await signedIn(admin);
  const answer = await page.request.head('/api/users/export?format=xlsx');
  expect(answer.headers()['content-disposition']).toContain('attachment');
  expect(await sql('SELECT 1 FROM exports WHERE owner_id = $1', [admin.id])).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the links work as they are', async ({ page, signedIn }) => {
    await signedIn(await makeCrowd(20));
    await page.goto('/admin/users');
    const csv = await contentOf(await exportFrom(page, 'Export as CSV'));
    expect(csv.toString().split('\r\n').length).toBe(23);
  });
});

test('an export that runs is shown with its rows, and can be cancelled', async ({
  page,
  signedIn,
}) => {
  const owner = await makeCrowd(3);
  await signedIn(owner);
  await sql(
    `INSERT INTO exports (owner_id, id, name, format, total, written)
     VALUES ($1, gen_random_uuid(), 'Users', 'xlsx', 1000000, 12000)`,
    [owner.id],
  );
  await page.goto('/admin/users');
  await expect(page.getByText('Exporting Users: 12,000 of 1,000,000')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Export of Users' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const cancelled = () =>
    sql('SELECT 1 FROM exports WHERE owner_id = $1 AND cancelled_at IS NOT NULL', [owner.id]);
  await expect.poll(cancelled).toHaveLength(1);
  await sql(`UPDATE exports SET ended_at = now(), outcome = 'cancelled' WHERE owner_id = $1`, [
    owner.id,
  ]);
  await expect(
    page.getByRole('region', { name: 'Notifications' }).getByText('The export was cancelled.'),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Export to Excel' })).toBeVisible();
});

/** Enough people that the file is not in the buffers before anybody has read it. */
const MANY = `WITH made AS (
    INSERT INTO users (email, first_name, last_name, company_id)
    SELECT 'many-' || n || '-' || $1 || '@example.org', rpad(n::text, 100, 'a'), rpad(n::text, 100, 'b'), $1::uuid
    FROM generate_series(1, 60000) AS n RETURNING id)
  INSERT INTO user_access (user_id) SELECT id FROM made`;

const outcomeOf = async (ownerId: string) =>
  (await sql('SELECT id, outcome FROM exports WHERE owner_id = $1', [ownerId]))[0];

test('security 8 and 45: it ends with the session, and when nobody takes it any longer', async () => {
  const owner = await makePerson({ right: 'user_admin' });
  await sql(MANY, [owner.companyId]);
  const origin = process.env.APP_URL!;
  const begin = async () => {
    const { token } = await makeSession(owner.id);
    const stop = new AbortController();
    const answer = await fetch(`${origin}/api/users/export?format=csv`, {
      headers: { cookie: `gatehouse=${token}` },
      signal: stop.signal,
    });
    expect(answer.status).toBe(200);
    const reader = answer.body!.getReader();
    await reader.read();
    return { stop, reader };
  };

  const left = await begin();
  left.stop.abort();
  await expect.poll(() => outcomeOf(owner.id)).toMatchObject({ outcome: 'disconnected' });

  const { reader } = await begin();
  await sql(
    "UPDATE sessions SET ended_at = now(), end_reason = 'ended_by_admin' WHERE user_id = $1",
    [owner.id],
  );
  await expect.poll(() => outcomeOf(owner.id)).toMatchObject({ outcome: 'session_ended' });
  const drained = async () => {
    while (!(await reader.read()).done);
  };
  await expect(drained()).rejects.toThrow();
  const { id } = (await outcomeOf(owner.id)) as { id: string };
  expect((await auditOf(id)).map(({ action }) => action)).toEqual([
    'export.started',
    'export.ended',
  ]);
});
