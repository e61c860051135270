import { expect, type Page } from '@playwright/test';
import { makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { PERMISSION_LABELS, RIGHT_SCOPE } from '@/lib/access/labels';
import { ADMIN_RIGHTS, holds, RIGHT_LABELS, type Permission } from '@/lib/access/rights';
import { test } from '../fixtures/test';

const OWN = ['Personal cabinet', 'Account settings'];
// With how many there are, where there are any.
const TASKS = /^Tasks(\d+ waiting)?$/;
const PARTY_2 = 'User administrator (Party 2 only)';
const DEEDS = ['Set password', 'Deactivate', 'Lock'];

type Case = {
  who: string;
  is: PersonOptions;
  places: (string | RegExp)[];
  /** Does the administration open at all? */
  opens: boolean;
  createsUsers?: boolean;
  createsCompanies?: boolean;
  editsCompany?: boolean;
  grants?: string[];
  /** Buttons on the page of a member of their company. */
  deeds?: string[];
  /** In the menu beside them. */
  more?: string[];
};

const MORE = ['Send reset link', 'Require second factor', 'Change photo', 'Delete user'];

const CASES: Case[] = [
  { who: 'a member', is: {}, places: OWN, opens: false },
  { who: 'staff without a right', is: { isStaff: true }, places: OWN, opens: false },
  {
    who: 'an auditor',
    is: { right: 'auditor' },
    places: ['Users', 'Leavers', 'Organisation', 'Rights', ...OWN],
    opens: true,
  },
  {
    who: 'a Party 2 administrator',
    is: { right: 'party2_user_admin' },
    places: ['Contracts', 'Rights', ...OWN],
    opens: false,
  },
  {
    who: 'a user administrator',
    is: { right: 'user_admin' },
    places: ['Users', 'Contracts', TASKS, 'Leavers', 'Organisation', 'Mail', 'Rights', ...OWN],
    opens: true,
    createsUsers: true,
    deeds: DEEDS,
    more: MORE,
  },
  {
    who: 'an organisation admin',
    is: { right: 'organisation_admin' },
    places: [
      'Users',
      'Contracts',
      TASKS,
      'Leavers',
      'Organisation',
      'Downloads',
      'Mail',
      'Rights',
      ...OWN,
    ],
    opens: true,
    createsUsers: true,
    editsCompany: true,
    grants: ['Organisation admin', 'User administrator', PARTY_2, 'Auditor'],
    deeds: DEEDS,
    more: MORE,
  },
  {
    who: 'a superuser',
    is: { right: 'superuser' },
    places: [
      'Users',
      'Contracts',
      TASKS,
      'Leavers',
      'Organisation',
      'Downloads',
      'Other groups',
      'Mail',
      'Rights',
      'Settings',
      ...OWN,
    ],
    opens: true,
    createsUsers: true,
    createsCompanies: true,
    editsCompany: true,
    grants: ['Superuser', 'Organisation admin', 'User administrator', PARTY_2, 'Auditor'],
    deeds: DEEDS,
    more: MORE,
  },
];

const buttons = (page: Page) =>
  page.locator('main').getByRole('button', { name: /^(Set password|Deactivate|Lock|End all)/ });

const menuButton = (page: Page) => page.locator('main').getByRole('button', { name: 'More' });

for (const one of CASES) {
  test(`${one.who} sees their places and buttons, and no others`, async ({
    page,
    signedIn,
    tolerate,
  }) => {
    tolerate(/40[34]/);
    const company = await makeCompany();
    const member = await makePerson({ company });
    const above = await makePerson({ company, right: 'superuser' });
    await signedIn(await makePerson({ ...one.is, company }));

    await page.goto('/personal-cabinet');
    const places = page.getByRole('navigation', { name: 'Main' }).getByRole('listitem');
    await expect(places).toHaveText(one.places);
    await page.goto('/admin/users');
    if (!one.opens) {
      await expect(page.getByRole('heading', { name: 'Users' })).toBeHidden();
      return;
    }
    const create = page.getByRole('link', { name: 'Create User' });
    await expect(create).toHaveCount(one.createsUsers ? 1 : 0);
    await page.goto(`/admin/users/${member.id}`);
    await expect(buttons(page)).toHaveText(one.deeds ?? []);
    await expect(menuButton(page)).toHaveCount(one.more ? 1 : 0);
    await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(one.more ? 1 : 0);
    if (one.more) {
      await menuButton(page).click();
      await expect(page.getByRole('menuitem')).toHaveText(one.more);
    }
    await page.goto(`/admin/users/${above.id}`);
    await expect(buttons(page)).toHaveText(one.is.right === 'superuser' ? DEEDS : []);

    const form = await page.goto('/admin/users/new');
    expect(form?.status()).toBe(one.createsUsers ? 200 : 403);
    const rights = page.getByLabel('Administration right').locator('option');
    await expect(rights).toHaveText(one.grants ? ['None', ...one.grants] : []);

    await page.goto(`/admin/organisation?q=${company.name}`);
    await expect(page.getByRole('link', { name: 'Create Company' })).toHaveCount(
      one.createsCompanies ? 1 : 0,
    );
    await page.getByRole('link', { name: company.name, exact: true }).click();
    await expect(page.getByLabel('New department')).toHaveCount(one.editsCompany ? 1 : 0);
  });
}

test('nobody has buttons against themselves', async ({ page, signedIn }) => {
  const admin = await makePerson({ right: 'superuser' });
  await signedIn(admin);
  await page.goto(`/admin/users/${admin.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(buttons(page)).toHaveCount(0);
  await expect(menuButton(page)).toHaveCount(0);
});

/** The table of rights as the page draws it: each permission with whoever has it. */
const drawn = (page: Page) =>
  page
    .getByRole('table')
    .evaluate((table) =>
      Object.fromEntries(
        [...table.querySelectorAll('tbody tr')]
          .filter((row) => row.querySelector('td'))
          .map((row) => [
            row.querySelector('th')!.textContent,
            [...row.querySelectorAll('td')].map((cell) => cell.textContent),
          ]),
      ),
    );

// Read from the table itself, so that the page cannot say anything else.
const expectedTable = () =>
  Object.fromEntries(
    Object.entries(PERMISSION_LABELS).map(([permission, label]) => [
      label,
      ADMIN_RIGHTS.map((right) =>
        holds({ isStaff: true, right, companyId: null }, permission as Permission) ? 'Yes' : '–No',
      ),
    ]),
  );

for (const right of ADMIN_RIGHTS) {
  test(`security 32: ${right} reads who may do what, their own right marked`, async ({
    page,
    signedIn,
  }) => {
    await signedIn(await makePerson({ right }));
    await page.goto('/personal-cabinet');
    const own = page.locator('section', {
      has: page.getByRole('heading', { name: 'Access & Security' }),
    });
    await expect(own).toContainText(RIGHT_LABELS[right]);
    await expect(own).toContainText(RIGHT_SCOPE[right]);
    await own.getByRole('link', { name: 'Who may do what' }).click();
    await expect(page).toHaveURL('/admin/rights');
    expect(await drawn(page)).toEqual(expectedTable());
    await expect(page.getByRole('columnheader', { name: 'Your right' })).toContainText(
      RIGHT_LABELS[right],
    );
    await expect(page.getByRole('listitem').filter({ hasText: 'Your right' })).toContainText(
      RIGHT_SCOPE[right],
    );
  });
}

test('staff without a right see that they have none', async ({ page, signedIn, tolerate }) => {
  tolerate(/403/);
  await signedIn(await makePerson({ isStaff: true }));
  await page.goto('/personal-cabinet');
  await expect(page.getByRole('heading', { name: 'Access & Security' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Who may do what' })).toHaveCount(0);
  expect((await page.goto('/admin/rights'))?.status()).toBe(403);
});

test('an organisation admin makes somebody a Party 2 administrator, and takes it again', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  const member = await makePerson({ company });
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  const card = page.locator('section', {
    has: page.getByRole('heading', { name: 'Access & Security' }),
  });
  const change = async (option: string) => {
    await page.goto(`/admin/users/${member.id}`);
    await card.getByRole('link', { name: 'Change right' }).click();
    await page.getByLabel('Staff').setChecked(option !== 'None');
    await page.getByLabel('Administration right').selectOption(option);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(`/admin/users/${member.id}`);
  };
  await change(PARTY_2);
  await expect(card).toContainText(PARTY_2);
  await expect(card).toContainText('Add and change Party 2 on contracts');
  await expect(card).not.toContainText('See users');
  await change('None');
  await expect(card).toContainText('None');
});
