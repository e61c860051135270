import { expect } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { test } from '../fixtures/test';
import { failedMail } from './support/mail';

const MARKUP = [
  '<script>window.ran = 1</script>',
  '"><img src=x onerror="window.ran = 1">',
  '{{constructor.constructor("window.ran = 1")()}}',
  '</title><svg onload="window.ran = 1">',
];

for (const name of MARKUP) {
  test(`security 43: a name is text wherever it is shown: ${name}`, async ({ page, signedIn }) => {
    const company = await makeCompany();
    await sql('UPDATE companies SET name = $2 WHERE id = $1', [
      company.id,
      `${name} ${company.id}`,
    ]);
    await signedIn(await makePerson({ right: 'organisation_admin', company, firstName: name }));
    const person = await makePerson({ company, firstName: name, lastName: 'Zz' });
    await failedMail(company, name); // what a mail server says is no markup either
    for (const address of [
      '/admin/users',
      `/admin/users/${person.id}`,
      `/admin/users/${person.id}/edit`,
      '/admin/users/new',
      `/admin/organisation/${company.id}`,
      `/admin/organisation/${company.id}/chart`,
      `/admin/organisation/${company.id}/settings`,
      '/personal-cabinet',
      '/admin/mail',
    ]) {
      await page.goto(address);
      await expect(page.locator('main')).toContainText(name);
      expect(await page.evaluate(() => 'ran' in window), address).toBe(false);
    }
  });
}

test('security 43: a colour is a colour, or it is not kept', async () => {
  const { id } = await makePerson();
  for (const colour of ['red', '#FFF', '#12345g', 'url(//evil.example)', '#123456;x:y', '']) {
    const attempt = sql('UPDATE users SET colour = $2 WHERE id = $1', [id, colour]);
    await expect(attempt, colour).rejects.toThrow(/users_colour_check/);
  }
});
