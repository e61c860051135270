import { expect } from '@playwright/test';
import { makePerson, makeSession } from '@/tests/people';
import { ownHouse } from '../attacks/support/own-house';
import { ask } from '../fixtures/ask';
import { test } from '../fixtures/test';

// The limits hold for everybody: tests beside this one keep theirs.
test.describe.configure({ mode: 'default' });

let house: Awaited<ReturnType<typeof ownHouse>>;
test.beforeAll(async () => {
  house = await ownHouse();
});
test.afterAll(async () => house.leave());

test('a superuser shortens the limits, and whoever is past them is out on the next request', async ({
  page,
  signedIn,
}) => {
  const { base } = house;
  const person = await makePerson();
  const idle = await makeSession(person.id, { lastSeenMinutesAgo: 11 });
  const old = await makeSession(person.id, { createdHoursAgo: 3 });
  const fresh = await makeSession(person.id, { lastSeenMinutesAgo: 9 });
  const reasonOf = async ({ token }: typeof idle) =>
    (await ask(token, '/personal-cabinet', { base })).location;
  expect(await reasonOf(idle), 'before').toBeUndefined();
  await signedIn(await makePerson({ right: 'superuser' }));
  await page.goto(`${base}/admin/settings`);
  await page.getByLabel(/^Idle limit/).fill('10');
  await page.getByLabel(/^Hours/).fill('2');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(page.getByLabel(/^Idle limit/)).toHaveValue('10');

  const passed = await makeSession(person.id, { lastSeenMinutesAgo: 11 });
  expect(await reasonOf(passed)).toContain('reason=idle');
  expect(await reasonOf(old)).toContain('reason=time_limit');
  expect(await reasonOf(fresh)).toBeUndefined();
});

test('what cannot be is told at its field, and nothing changes', async ({ page, signedIn }) => {
  await signedIn(await makePerson({ right: 'superuser' }));
  await page.goto(`${house.base}/admin/settings`);
  const before = await page.getByLabel(/^Minimum length/).inputValue();
  await page.getByLabel(/^Minimum length/).fill('7');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('alert').first()).toContainText('from 8 to 64');
  await page.reload();
  await expect(page.getByLabel(/^Minimum length/)).toHaveValue(before);
});
