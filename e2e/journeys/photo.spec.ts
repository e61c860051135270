import { expect, type Locator } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { picture } from '@/tests/pictures';
import { test } from '../fixtures/test';
import { confirm } from './forms';

/** The picture has come, and is one. */
const expectShown = (image: Locator) =>
  expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBe(512);

test('a photo chosen in the cabinet shows in the list, until it is removed', async ({
  page,
  signedIn,
  another,
  tolerate,
}) => {
  // The preview; it is Playwright's tracer that reads it so, not the page.
  tolerate(/Connecting to 'blob:/);
  const company = await makeCompany();
  const person = await makePerson({ company, firstName: 'Vira', lastName: 'Photo' });
  await signedIn(person);
  await page.goto('/personal-cabinet');
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Save photo' }) });
  const name = 'portrait.png';
  const choose = (buffer: Buffer) =>
    form.getByLabel('Photo').setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose(Buffer.from('no picture'));
  await page.getByRole('button', { name: 'Save photo' }).click();
  await expect(form.getByRole('alert')).toContainText('no photo that can be read');
  await choose(await picture('png', 400, 300));
  await page.getByRole('button', { name: 'Save photo' }).click();
  await expect(page.getByText('Photo saved.')).toBeVisible();
  const photo = `img[src*="/api/photos/${person.id}"]`;
  await expectShown(page.locator(photo).first());

  const office = await another(await makePerson({ company, right: 'user_admin' }));
  await office.goto('/admin/users');
  await expectShown(office.getByRole('row', { name: /Vira Photo/ }).locator(photo));
  await confirm(page, 'Remove photo', 'Remove photo');
  await expect(page.locator(photo)).toHaveCount(0);
  await office.reload();
  await expect(office.getByRole('row', { name: /Vira Photo/ })).toBeVisible();
  await expect(office.locator(photo)).toHaveCount(0);
});
