import { randomUUID } from 'node:crypto';
import type { TestCompany } from './people';
import { sql } from './sql';

// What a company has, for tests; null makes a group of no company.

const insert = async (text: string, values: unknown[]): Promise<string> => {
  const [row] = await sql<{ id: string }>(`${text} RETURNING id`, values);
  return row!.id;
};

const name = (kind: string) => `${kind} ${randomUUID()}`;

export const makeGroup = (company: TestCompany | null) =>
  insert('INSERT INTO access_groups (company_id, name) VALUES ($1, $2)', [
    company?.id ?? null,
    name('Group'),
  ]);

export async function makeRole(company: TestCompany, groups: string[] = []): Promise<string> {
  const role = await insert('INSERT INTO platform_roles (company_id, name) VALUES ($1, $2)', [
    company.id,
    name('Role'),
  ]);
  await sql('INSERT INTO platform_role_groups (role_id, group_id) SELECT $1, unnest($2::uuid[])', [
    role,
    groups,
  ]);
  return role;
}

export const makeQuiz = (company: TestCompany) =>
  insert('INSERT INTO quizzes (company_id, title, pass_mark) VALUES ($1, $2, 80)', [
    company.id,
    name('Quiz'),
  ]);

export async function makePlace(company: TestCompany) {
  const departmentId = await insert('INSERT INTO departments (company_id, name) VALUES ($1, $2)', [
    company.id,
    name('Department'),
  ]);
  const positionId = await insert('INSERT INTO positions (department_id, name) VALUES ($1, $2)', [
    departmentId,
    name('Position'),
  ]);
  return { departmentId, positionId };
}

/** The groups somebody is in, each with how they came there. */
export async function groupsOf(userId: string): Promise<Record<string, string>> {
  const rows = await sql<{ group_id: string; source: string }>(
    'SELECT group_id, source FROM user_groups WHERE user_id = $1',
    [userId],
  );
  return Object.fromEntries(rows.map((row) => [row.group_id, row.source]));
}

export const makeDepartment = (company: TestCompany, called = name('Department')) =>
  insert('INSERT INTO departments (company_id, name) VALUES ($1, $2)', [company.id, called]);

export const makePosition = (departmentId: string, called = name('Position')) =>
  insert('INSERT INTO positions (department_id, name) VALUES ($1, $2)', [departmentId, called]);

/** Gives somebody a role without the groups it brings. */
export const hold = (userId: string, roleId: string) =>
  sql('INSERT INTO user_roles (user_id, role_id) VALUES ($1, $2)', [userId, roleId]);

export const join = (userId: string, groupId: string, source: 'role' | 'manual') =>
  sql('INSERT INTO user_groups (user_id, group_id, source) VALUES ($1, $2, $3)', [
    userId,
    groupId,
    source,
  ]);
