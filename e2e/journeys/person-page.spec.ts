import { expect } from '@playwright/test';
import { makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { picture } from '@/tests/pictures';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';

// The tracer fetches the chosen picture's address, which our content policy forbids.
test.use({ trace: 'off' });

const photo = async () => ({
  name: 'them.png',
  mimeType: 'image/png',
  buffer: await picture('png', 400, 300),
});

let company: TestCompany;
test.beforeEach(async ({ signedIn }) => {
  company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'user_admin' }));
});

for (const withPhoto of [true, false]) {
  test(`somebody is created ${withPhoto ? 'with' : 'without'} a photo`, async ({ page }) => {
    await page.goto('/admin/users/new');
    await page.getByLabel(/^First name/).fill('New');
    await page.getByLabel(/^Last name/).fill('Person');
    await page.getByLabel('E-mail').fill(`new-${crypto.randomUUID()}@example.org`);
    if (withPhoto) await page.getByLabel('Photo').setInputFiles(await photo());
    await page.getByLabel('Invite').selectOption('None');
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('New Person');
    await expect(page.locator('img[src^="/api/photos/"]')).toHaveCount(withPhoto ? 1 : 0);
  });
}

test('what is rarer is done from the menu, which gets the focus back', async ({ page }) => {
  const person = await makePerson({ company, password: 'seven green bottles' });
  await page.goto(`/admin/users/${person.id}`);
  const ask = async (name: string) => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect(page.getByRole('dialog', { name })).toContainText('Ann Example');
  };
  const confirm = (name: string) => page.getByRole('button', { name }).click();

  await ask('Change photo');
  await page
    .getByRole('dialog', { name: 'Change photo' })
    .getByLabel('Photo')
    .setInputFiles(await photo());
  await confirm('Change photo');
  await expect(page.locator(`img[src^="/api/photos/${person.id}"]`)).toBeVisible();

  await ask('Require second factor');
  await confirm('Require second factor');
  await expect(page.getByText('Second factor owed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused();

  await ask('Invalidate password');
  await confirm('Invalidate password');
  await expect(page.getByText('None: cannot sign in with one')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible();
  const links = await sql('SELECT 1 FROM access_links WHERE user_id = $1', [person.id]);
  expect(links).toHaveLength(1);

  await page.goto('/admin/users');
  await expect(page.locator(`img[src^="/api/photos/${person.id}"]`)).toBeVisible();
});
