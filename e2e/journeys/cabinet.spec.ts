import { expect, type Locator } from '@playwright/test';
import { makePerson } from '@/tests/people';
import { picture } from '@/tests/pictures';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';

// The tracer fetches the chosen picture's address, which our content policy forbids.
test.use({ trace: 'off' });

const widthOf = (image: Locator) =>
  image.first().evaluate(async (drawn: HTMLImageElement) => {
    await drawn.decode();
    return drawn.naturalWidth;
  });

const chosen = (buffer: Buffer) => ({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('somebody gives themselves a photo, and is told of one that is none', async ({
      page,
      signedIn,
    }) => {
      const person = await makePerson();
      await signedIn(person);
      await page.goto('/personal-cabinet');
      const told = (text: string) =>
        expect(page.getByRole('alert').filter({ hasText: text })).toBeVisible();
      const save = () => page.getByRole('button', { name: 'Save photo' }).click();
      await save();
      await told('Choose a photo first.');
      await page.getByLabel('Photo').setInputFiles(chosen(Buffer.from('<svg/>')));
      await save();
      await told('no photo that can be read');
      await page.getByLabel('Photo').setInputFiles(chosen(await picture('jpeg', 640, 480)));
      if (javaScriptEnabled) expect(await widthOf(page.locator('img[src^="blob:"]'))).toBe(640);
      await save();
      await expect(page.getByText('Photo saved.')).toBeVisible();
      const [kept] = await sql<{ version: string }>(
        'SELECT version FROM user_photos WHERE user_id = $1',
        [person.id],
      );
      const shown = page.locator(`img[src="/api/photos/${person.id}?v=${kept!.version}"]`);
      for (const place of [page.getByRole('banner'), page.getByRole('main')]) {
        await expect(place.locator(shown).first()).toBeAttached();
      }
      if (javaScriptEnabled) expect(await widthOf(shown)).toBe(512);
    });

    test('somebody changes their names and phone', async ({ page, signedIn }) => {
      await signedIn(await makePerson());
      await page.goto('/personal-cabinet');
      const save = () => page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByLabel(/^First name/).fill('Zoë');
      await page.getByLabel('Phone').fill('123');
      await save();
      const told = page.getByRole('alert').filter({ hasText: 'Enter a number that exists' });
      await expect(told).toBeVisible();
      await expect(page.getByLabel(/^First name/)).toHaveValue('Zoë');
      await page.getByLabel('Phone').fill('+44 20 7946 0958');
      await save();
      await expect(page.getByText('Profile saved.')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Zoë Example');
    });
  });
}

test('security 62: of two tabs the later is told what the earlier saved', async ({
  page,
  context,
  signedIn,
}) => {
  await signedIn(await makePerson());
  const later = await context.newPage();
  for (const tab of [page, later]) await tab.goto('/personal-cabinet');
  for (const [tab, name] of [
    [page, 'Earlier'],
    [later, 'Later'],
  ] as const) {
    await tab.getByLabel(/^First name/).fill(name);
    await tab.getByRole('button', { name: 'Save changes' }).click();
  }
  await expect(page.getByText('Profile saved.')).toBeVisible();
  const told = later.getByRole('alert').filter({ hasText: '“Earlier Example”' });
  await expect(told).toBeVisible();
  await expect(later.getByLabel(/^First name/)).toHaveValue('Later');
});
