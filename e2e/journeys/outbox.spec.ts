import { expect } from '@playwright/test';
import { makeCompany, makePerson } from '@/tests/people';
import { failedMail } from '../attacks/support/mail';
import { mailTo } from '../fixtures/inbox';
import { test } from '../fixtures/test';
import { confirm } from './forms';

test('a mail that failed is retried, and arrives', async ({ page, signedIn }) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  const mail = await failedMail(company);
  await page.goto('/admin/mail?state=failed');
  const row = page.getByRole('row', { name: new RegExp(mail.to) });
  await expect(row).toContainText('Failed');
  await expect(row).toContainText('does not know this mailbox');
  await confirm(page, 'Retry', 'Retry');
  await expect(page.getByText('Queued again.')).toBeVisible();
  await expect(page.getByText('No mail matches')).toBeVisible();

  expect((await mailTo(mail.to)).text).toContain('password');
  await page.goto(`/admin/mail?q=${mail.to}`);
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText('Sent', { timeout: 500 });
  }).toPass();
});

test('all that failed are retried at once, those of the search alone', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'user_admin' }));
  const [wanted, other] = [await failedMail(company), await failedMail(company)];
  await page.goto(`/admin/mail?q=${wanted.to}`);
  await confirm(page, 'Retry all failed', 'Retry 1 mail');
  await mailTo(wanted.to);
  await page.goto('/admin/mail?state=failed');
  await expect(page.getByRole('row', { name: new RegExp(other.to) })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(wanted.to) })).toHaveCount(0);
});
