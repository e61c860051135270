import { expect, type Page } from '@playwright/test';
import { makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { groupsOf, hold } from '@/tests/structure';
import { test } from '../fixtures/test';

async function add(page: Page, what: string, name: string) {
  await page.getByLabel(`New ${what}`).fill(name);
  await page.getByRole('button', { name: `Add ${what}` }).click();
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}

const idOf = async (table: string, company: TestCompany, name: string): Promise<string> =>
  (
    await sql<{ id: string }>(`SELECT id FROM ${table} WHERE company_id = $1 AND name = $2`, [
      company.id,
      name,
    ])
  )[0]!.id;

test('a company is given its structure, which is seen as a chart and not lost with people in it', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  const person = await makePerson({ company });
  await page.goto(`/admin/organisation/${company.id}`);

  await test.step('departments and a position', async () => {
    await add(page, 'department', 'Operations');
    await add(page, 'department', 'Finance');
    await page.getByRole('link', { name: 'Operations', exact: true }).click();
    await add(page, 'position', 'Analyst');
  });

  const department = await idOf('departments', company, 'Operations');
  await sql(
    `UPDATE users SET department_id = $2, position_id =
       (SELECT id FROM positions WHERE department_id = $2) WHERE id = $1`,
    [person.id, department],
  );

  await test.step('with somebody in it, it is not deleted and leads to them', async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: 'Delete department' })).toHaveCount(0);
    await expect(page.getByText('1 person is in this department')).toBeVisible();
    await page.getByRole('link', { name: '1 person' }).last().click();
    await expect(page).toHaveURL(new RegExp(`/admin/users\\?department=${department}`));
    await expect(page.getByText(person.email)).toBeVisible();
  });

  await test.step('the chart shows it, on the page and as a file', async () => {
    await page.goto(`/admin/organisation/${company.id}/chart`);
    const chart = page.getByRole('img', { name: `Organisation chart of ${company.name}` });
    await expect(chart.getByText('Operations', { exact: true })).toBeVisible();
    await expect(chart.getByText('Analyst', { exact: true })).toBeVisible();
    const file = await page.request.get(`/api/organisation/${company.id}/chart`);
    expect(file.headers()).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(await file.text()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*>Analyst</);
  });

  await test.step('renamed, and deleted once nobody is in it', async () => {
    await page.goto(`/admin/organisation/${company.id}`);
    await page.getByRole('link', { name: 'Finance', exact: true }).click();
    await page.getByLabel(/^Name/).fill('Treasury');
    await page.getByRole('button', { name: 'Rename department' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Treasury');
    await page.getByRole('button', { name: 'Delete department' }).click();
    await expect(page).toHaveURL(new RegExp(`/admin/organisation/${company.id}$`));
    await expect(page.getByRole('link', { name: 'Treasury' })).toHaveCount(0);
  });
});

test('a role brings a group to its holders, shown first, and takes it with it when it goes', async ({
  page,
  signedIn,
}) => {
  const company = await makeCompany();
  await signedIn(await makePerson({ company, right: 'organisation_admin' }));
  const holder = await makePerson({ company });
  const at = `/admin/organisation/${company.id}`;

  await page.goto(`${at}/groups`);
  await add(page, 'access group', 'Vault');
  await page.goto(`${at}/roles`);
  await add(page, 'platform role', 'Keeper');
  const role = await idOf('platform_roles', company, 'Keeper');
  const group = await idOf('access_groups', company, 'Vault');
  await hold(holder.id, role);

  await test.step('what changes is shown, and nothing is changed yet', async () => {
    await page.goto(`${at}/roles/${role}`);
    await page.getByLabel('Vault').check();
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await expect(page.getByText('1 person joins')).toBeVisible();
    expect(await groupsOf(holder.id)).toEqual({});
  });

  await test.step('applied, the holder is in the group by the role', async () => {
    await page.getByRole('button', { name: 'Apply: 1 membership comes, 0 go' }).click();
    await expect(page).toHaveURL(new RegExp(`/roles/${role}$`));
    expect(await groupsOf(holder.id)).toEqual({ [group]: 'role' });
    await expect(page.getByLabel('Vault')).toBeChecked();
  });

  await test.step('the role is deleted by its name, and the membership goes with it', async () => {
    await expect(page.getByText('1 group membership that came from it')).toBeVisible();
    await page.getByRole('button', { name: 'Delete role' }).click();
    await expect(page.getByRole('link', { name: 'Type “Keeper” to confirm.' })).toBeVisible();
    await page.getByLabel('Type “Keeper” to confirm').fill('Keeper');
    await page.getByRole('button', { name: 'Delete role' }).click();
    await expect(page).toHaveURL(new RegExp(`${at}/roles$`));
    expect(await groupsOf(holder.id)).toEqual({});
  });
});

test('a quiz is written, put in order, and changed by one editor at a time', async ({
  page,
  signedIn,
  another,
}) => {
  const company = await makeCompany();
  const admin = await makePerson({ company, right: 'organisation_admin' });
  await signedIn(admin);
  const list = `/admin/organisation/${company.id}/quizzes`;
  await page.goto(list);
  await page.getByRole('link', { name: 'Create Quiz' }).first().click();
  await page.getByLabel(/^Title/).fill('Safety');
  const first = page.getByRole('region', { name: 'Question 1' });
  await first.getByLabel('Question 1', { exact: true }).fill('Two and two?');
  await first.getByLabel('Text of answer 1').fill('Five');
  await first.getByLabel('Text of answer 2').fill('Four');
  await first.getByRole('button', { name: 'Move answer 2 of question 1 up' }).click();
  await page.getByRole('button', { name: 'Create quiz' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Tick at least one right answer.');
  await first.getByLabel('Right: answer 1').check();
  await page.getByRole('button', { name: 'Add question' }).click();
  const second = page.getByRole('region', { name: 'Question 2' });
  await second.getByLabel('Question 2', { exact: true }).fill('Who?');
  await second.getByLabel('Text of answer 1').fill('You');
  await second.getByLabel('Text of answer 2').fill('All');
  await second.getByLabel('Right: answer 2').check();
  await page.getByRole('button', { name: 'Move question 2 up' }).click();
  await page.getByRole('button', { name: 'Create quiz' }).click();
  await expect(page).toHaveURL(new RegExp(`${list}$`));
  const stored = await sql(
    `SELECT s.text, (SELECT string_agg(a.text || ':' || a.is_right, ',' ORDER BY a.place)
       FROM quiz_answers a WHERE a.question_id = s.id) AS answers
     FROM quiz_questions s JOIN quizzes q ON q.id = s.quiz_id
     WHERE q.company_id = $1 ORDER BY s.place`,
    [company.id],
  );
  expect(stored).toEqual([
    { text: 'Who?', answers: 'You:false,All:true' },
    { text: 'Two and two?', answers: 'Four:true,Five:false' },
  ]);

  await page.getByRole('link', { name: 'Safety' }).click();
  const other = await another(admin);
  await page.getByRole('heading', { name: 'Safety' }).waitFor();
  await other.goto(page.url());
  await page.getByLabel(/^Title/).fill('Safety first');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(new RegExp(`${list}$`));
  await other.getByLabel(/^Title/).fill('Safety second');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByRole('alert').first()).toContainText('it is now “Safety first”');
  await expect(other.getByLabel(/^Title/)).toHaveValue('Safety second');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a department is added, and a question taken out of a quiz by emptying it', async ({
    page,
    signedIn,
  }) => {
    const company = await makeCompany();
    await signedIn(await makePerson({ company, right: 'organisation_admin' }));
    await page.goto(`/admin/organisation/${company.id}`);
    await page.getByLabel('New department').fill('Plain');
    await page.getByRole('button', { name: 'Add department' }).click();
    await expect(page.getByRole('link', { name: 'Plain', exact: true })).toBeVisible();

    await page.goto(`/admin/organisation/${company.id}/quizzes/new`);
    await page.getByLabel(/^Title/).fill('Plain quiz');
    await page.getByRole('textbox', { name: 'Question 1', exact: true }).fill('Is it plain?');
    await page.getByLabel('Text of answer 1 of question 1').fill('Yes');
    await page.getByRole('button', { name: 'Create quiz' }).click();
    await expect(page.getByText('Give at least two answers.').first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Question 1', exact: true })).toHaveValue(
      'Is it plain?',
    );
    await page.getByLabel('Text of answer 2 of question 1').fill('No');
    await page.getByLabel('Right: answer 1 of question 1').check();
    await page.getByRole('button', { name: 'Create quiz' }).click();
    await expect(page.getByRole('link', { name: 'Plain quiz' })).toBeVisible();
  });
});
