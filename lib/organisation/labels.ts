import type { PartKind } from './schema';

/** What a part of a company is called. */
export const PART_LABELS: Record<PartKind, string> = {
  department: 'department',
  position: 'position',
  role: 'platform role',
  group: 'access group',
};

/** "1 person", "1,204 people". */
export const peopleText = (count: number): string => countText(count, 'person', 'people');

/** So many of something, in words. */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What is in a company. */
export type Contents = Record<'people' | 'departments' | 'roles' | 'groups' | 'quizzes', number>;

/** What a company holds, in words: "2 people, 1 quiz"; empty when nothing is in it. */
export const contentsText = ({ people, departments, roles, groups, quizzes }: Contents): string =>
  [
    people > 0 && peopleText(people),
    departments > 0 && countText(departments, 'department'),
    roles > 0 && countText(roles, 'platform role'),
    groups > 0 && countText(groups, 'access group'),
    quizzes > 0 && countText(quizzes, 'quiz', 'quizzes'),
  ]
    .filter(Boolean)
    .join(', ');
