import { expect, type Page } from '@playwright/test';
import { makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { test } from '../fixtures/test';

const OWN = ['Personal cabinet', 'Account settings'];
const SEEN = ['Users', 'Organisation'];
const DEEDS = ['Set password', 'Deactivate', 'Lock'];

type Case = {
  who: string;
  is: PersonOptions;
  places: string[];
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
  { who: 'an auditor', is: { right: 'auditor' }, places: [...SEEN, ...OWN], opens: true },
  {
    who: 'a user administrator',
    is: { right: 'user_admin' },
    places: [...SEEN, 'Mail', ...OWN],
    opens: true,
    createsUsers: true,
    deeds: DEEDS,
    more: MORE,
  },
  {
    who: 'an organisation admin',
    is: { right: 'organisation_admin' },
    places: [...SEEN, 'Mail', ...OWN],
    opens: true,
    createsUsers: true,
    editsCompany: true,
    grants: ['Organisation admin', 'User administrator', 'Auditor'],
    deeds: DEEDS,
    more: MORE,
  },
  {
    who: 'a superuser',
    is: { right: 'superuser' },
    places: [...SEEN, 'Other groups', 'Mail', 'Settings', ...OWN],
    opens: true,
    createsUsers: true,
    createsCompanies: true,
    editsCompany: true,
    grants: ['Superuser', 'Organisation admin', 'User administrator', 'Auditor'],
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
