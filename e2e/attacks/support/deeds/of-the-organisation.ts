import { randomUUID } from 'node:crypto';
import { makeCompany } from '@/tests/people';
import { makeDepartment, makeGroup, makeQuiz, makeRole } from '@/tests/structure';
import { exists, type Deeds } from './deed';

const ACTIONS = 'app/admin/organisation/actions.ts';
const QUIZZES = 'app/admin/organisation/[companyId]/quizzes/actions.ts';

const gone = (table: string, id: string) =>
  exists(`(SELECT 1) AS one WHERE NOT EXISTS (SELECT FROM ${table} WHERE id = $1)`, [id]);

const QUESTION = {
  'question-0': 'Two and two?',
  'answer-0-0': 'Four',
  'right-0-0': 'on',
  'answer-0-1': 'Five',
};

/** What administrators do with the structure of a company, its roles, groups and quizzes. */
export const OF_THE_ORGANISATION: Deeds = {
  [`${ACTIONS}#deleteCompanyAction`]: async () => {
    const { id, name } = await makeCompany();
    return { fields: { companyId: id, name }, happened: gone('companies', id) };
  },
  [`${ACTIONS}#createPartAction`]: async ({ company }) => {
    const name = `New ${randomUUID()}`;
    return {
      fields: { kind: 'department', parentId: company.id, name },
      happened: exists('departments WHERE name = $1', [name]),
    };
  },
  [`${ACTIONS}#renamePartAction`]: async ({ company }) => {
    const [from, name] = [`Old ${randomUUID()}`, `New ${randomUUID()}`];
    return {
      fields: { kind: 'department', id: await makeDepartment(company, from), from, name },
      happened: exists('departments WHERE name = $1', [name]),
    };
  },
  [`${ACTIONS}#deleteUnusedAction`]: async ({ company }) => {
    const id = await makeDepartment(company);
    return {
      fields: { kind: 'department', id, positions: '0' },
      happened: gone('departments', id),
    };
  },
  [`${ACTIONS}#changeRoleGroupsAction`]: async ({ company }) => {
    const [roleId, group] = [await makeRole(company), await makeGroup(company)];
    return {
      fields: { roleId, from: '', groups: group, come: '0', go: '0' },
      happened: exists('platform_role_groups WHERE group_id = $1', [group]),
    };
  },
  [`${ACTIONS}#deleteRoleAction`]: async ({ company }) => {
    const roleId = await makeRole(company);
    return {
      fields: { roleId, people: '0', memberships: '0' },
      happened: gone('platform_roles', roleId),
    };
  },
  [`${ACTIONS}#deleteGroupAction`]: async ({ company }) => {
    const groupId = await makeGroup(company);
    return { fields: { groupId, people: '0' }, happened: gone('access_groups', groupId) };
  },
  [`${QUIZZES}#createQuizAction`]: async ({ company }) => {
    const title = `New ${randomUUID()}`;
    return {
      fields: { companyId: company.id, title, passMark: '80', ...QUESTION },
      happened: exists('quizzes WHERE title = $1', [title]),
    };
  },
  [`${QUIZZES}#updateQuizAction`]: async ({ company }) => {
    const title = `New ${randomUUID()}`;
    return {
      fields: { quizId: await makeQuiz(company), version: '1', title, passMark: '80', ...QUESTION },
      happened: exists('quizzes WHERE title = $1', [title]),
    };
  },
  [`${QUIZZES}#deleteQuizAction`]: async ({ company }) => {
    const quizId = await makeQuiz(company);
    return { fields: { quizId }, happened: gone('quizzes', quizId) };
  },
};
