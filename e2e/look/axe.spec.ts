import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { setupToken } from '@/lib/setup/token';
import { makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { makeCrowd } from '../journeys/crowd';
import { test } from '../fixtures/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const WIDTHS = [1440, 360];
const THEMES = ['light', 'dark'] as const;

/** Only colours depend on the theme: every rule at each width once, contrast in each theme too. */
function axe(page: Page, colorScheme: (typeof THEMES)[number]) {
  const builder = new AxeBuilder({ page });
  return colorScheme === 'light' ? builder.withTags(TAGS) : builder.withRules(['color-contrast']);
}

/** In both themes, wide and narrow: axe finds nothing, and the page does not scroll sideways. */
async function expectFlawless(page: Page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await axe(page, colorScheme).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect.soft(found, `${width} px, ${colorScheme}`).toEqual([]);
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(beyond, `pixels beyond ${width}`).toBeLessThanOrEqual(0);
  }
}

const open = (page: Page, path: string) => page.goto(path, { waitUntil: 'networkidle' });

test('sign-in, with a reason and with an error', async ({ page }) => {
  await open(page, '/login?reason=locked');
  await expectFlawless(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Enter your e-mail');
  await expectFlawless(page);
});

test('setup, closed', async ({ page }) => {
  await makePerson({ right: 'superuser' });
  await open(page, `/setup?token=${setupToken(process.env.APP_SECRET ?? '')}`);
  await expect(page.getByRole('heading', { name: 'Setup is closed' })).toBeVisible();
  await expectFlawless(page);
});

const OWED: [heading: string, is: PersonOptions][] = [
  ['Change your password', { passwordChangeOwed: true }],
  ['Set up your second factor', { twoFactorRequired: true }],
  ['Second factor', { twoFactorEnabled: true }],
  ['Complete your profile', { profileCompletionOwed: true }],
];
for (const [heading, is] of OWED) {
  test(`the owed step: ${heading}`, async ({ page, signedIn }) => {
    await signedIn(await makePerson(is));
    await open(page, '/');
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expectFlawless(page);
  });
}

for (const path of ['/personal-cabinet?notice=staff-only', '/update_profile']) {
  test(path, async ({ page, signedIn, another }) => {
    const person = await makePerson();
    await signedIn(person);
    await another(person);
    await open(page, path);
    await expectFlawless(page);
  });
}

const PAGES = [
  '/admin/users',
  '/admin/users?q=person&status=locked',
  '/admin/users?q=nobody-at-all',
  '/admin/users/new',
  '/admin/organisation',
];
for (const path of PAGES) {
  test(path, async ({ page, signedIn }) => {
    await signedIn(await makeCrowd(30));
    await open(page, path);
    await expectFlawless(page);
  });
}

test('a form with errors', async ({ page, signedIn }) => {
  await signedIn(await makePerson({ right: 'superuser' }));
  await open(page, '/admin/users/new');
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByRole('link', { name: 'The first name is required.' })).toBeVisible();
  await expectFlawless(page);
});

test('a company, to edit and to create', async ({ page, signedIn }) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'superuser' }));
  await open(page, '/admin/organisation/new');
  await expectFlawless(page);
  await open(page, `/admin/organisation/${company.id}`);
  await expectFlawless(page);
});

test('not found and not allowed', async ({ page, signedIn, tolerate }) => {
  tolerate(/40[34]/);
  await signedIn(await makePerson({ right: 'auditor' }));
  await open(page, '/admin/nowhere');
  await expectFlawless(page);
  await open(page, '/admin/users/new');
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible();
  await expectFlawless(page);
});

const LONG = {
  firstName: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2),
  lastName: 'אַבְרָהָם 山田太郎 Οικονομοπούλου',
};

test('a person in every state, with a name of any length and script', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  const person = await makePerson({
    ...LONG,
    company,
    locked: true,
    isActive: false,
    endDate: '2020-01-01',
    passwordChangeOwed: true,
    twoFactorRequired: true,
    profileCompletionOwed: true,
    right: 'auditor',
  });
  await signedIn(await makePerson({ company, right: 'superuser' }));
  await open(page, `/admin/users/${person.id}`);
  await expect(page.getByText('Expired')).toBeVisible();
  await expectFlawless(page);
  await open(page, '/admin/users');
  await expectFlawless(page);
});

const DIALOGS = [
  ['Lock', 'Lock user'],
  ['Deactivate', 'Deactivate user'],
  ['Set password', 'Set password'],
  ['End all sessions', 'End all sessions'],
] as const;
for (const [button, title] of DIALOGS) {
  test(`the dialog: ${title}`, async ({ page, signedIn, another }) => {
    const company = await makeCompany();
    const person = await makePerson({ ...LONG, company });
    await another(person);
    await signedIn(await makePerson({ company, right: 'superuser' }));
    await open(page, `/admin/users/${person.id}`);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await expectFlawless(page);
  });
}

const FLOATING: [name: string, open: (page: Page) => Promise<unknown>][] = [
  [
    'the palette with people',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('person');
      await page.getByRole('option', { name: /Person 001/ }).waitFor();
    },
  ],
  [
    'the shortcut sheet',
    async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the account menu',
    async (page) => {
      await page.getByRole('button', { name: /^Account:/ }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
];
for (const [name, show] of FLOATING) {
  test(name, async ({ page, signedIn }) => {
    await signedIn(await makeCrowd(12));
    await open(page, '/admin/users');
    await show(page);
    await expectFlawless(page);
  });
}
