import type { PartKind } from './schema';

/** What a part of a company is called. */
export const PART_LABELS: Record<PartKind, string> = {
  department: 'department',
  position: 'position',
  role: 'platform role',
  group: 'access group',
  'contract-role': 'contract role',
};

/** "1 person", "1,204 people". */
export const peopleText = (count: number): string => countText(count, 'person', 'people');

/** So many of something, in words. */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What is in a company. */
export type Contents = Record<
  'people' | 'departments' | 'roles' | 'groups' | 'quizzes' | 'contracts' | 'contractRoles',
  number
>;

/** What a company holds, in words: "2 people, 1 quiz"; empty when nothing is in it. */
export const contentsText = (contents: Contents): string =>
  [
    contents.people > 0 && peopleText(contents.people),
    contents.departments > 0 && countText(contents.departments, 'department'),
    contents.roles > 0 && countText(contents.roles, 'platform role'),
    contents.groups > 0 && countText(contents.groups, 'access group'),
    contents.quizzes > 0 && countText(contents.quizzes, 'quiz', 'quizzes'),
    contents.contracts > 0 && countText(contents.contracts, 'contract'),
    contents.contractRoles > 0 && countText(contents.contractRoles, 'contract role'),
  ]
    .filter(Boolean)
    .join(', ');
