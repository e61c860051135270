import type { EndReason } from './admission';
import type { Refusal, Step } from './decision';
import type { AdminRight, Permission } from './rights';

/** Why somebody with the right password may not enter: told only after it (spec §2). */
export const REFUSAL_TEXT: Record<Refusal, string> = {
  deactivated: 'Your account is deactivated. Ask your administrator to activate it.',
  locked: 'Your account is locked. Ask your administrator to unlock it.',
  'not-started': 'Your access has not started yet. Ask your administrator for the start date.',
  expired: 'Your access has ended. Ask your administrator to extend it.',
  directory: 'Your organisation’s directory does not allow you in. Ask your administrator.',
};

/** Why the session of an open tab ended, for the sign-in page. */
export const END_TEXT: Record<EndReason, string> = {
  ...REFUSAL_TEXT,
  signed_out: 'You have signed out.',
  ended_by_user: 'This session was ended from another of your sessions.',
  ended_by_admin: 'An administrator ended this session. Sign in again to go on.',
  password_changed: 'Your password was changed. Sign in with the new one.',
  access_changed: 'Your access was changed. Sign in again to go on.',
  second_factor_failed: 'Five wrong codes ended this sign-in. Sign in again to go on.',
  second_factor_changed: 'Your second factor was changed. Sign in again to go on.',
  idle: 'You were signed out because you were away for a while.',
  time_limit: 'Your session reached its time limit. Sign in again to go on.',
};

export const isEndReason = (value: unknown): value is EndReason =>
  typeof value === 'string' && Object.hasOwn(END_TEXT, value);

/** The page on which an owed step is done. */
export const STEP_PAGE: Record<Step, string> = {
  'two-factor': '/two-factor',
  'change-password': '/change-password',
  'set-up-2fa': '/set-up-2fa',
  'complete-profile': '/complete-profile',
};

/** Where each right reaches (spec §11). */
export const RIGHT_SCOPE: Record<AdminRight, string> = {
  superuser: 'Everything, in every company.',
  organisation_admin:
    'Everything inside their own company, and everybody on its contracts, people of other companies included.',
  user_admin:
    'The users of their own company, and on its contracts the people of their own company.',
  party2_user_admin:
    'The contracts they are on, and there Party 2 alone: adds users of their own company as Party 2; changes active, role, threshold (not above their own) and e-mail setting, never on their own row. Nothing on accounts.',
  auditor: 'Reads the users and the organisation of their own company; changes nothing.',
};

/** Each permission in words, in the order in which the table of rights shows them. */
export const PERMISSION_LABELS: Record<Permission, string> = {
  'users.read': 'See users',
  'users.create': 'Create users',
  'users.update': 'Edit users',
  'users.lock': 'Lock and unlock',
  'users.deactivate': 'Deactivate and activate',
  'users.delete': 'Delete users',
  'users.end-sessions': 'End sessions',
  'users.set-password': 'Set, invalidate and reset passwords',
  'users.two-factor': 'Require and reset second factors',
  'users.invite': 'Invite to a first login',
  'users.import': 'Import users',
  'users.export': 'Export users',
  'rights.read': 'See who may do what',
  'rights.grant': 'Grant and take rights',
  'contracts.read': 'See contracts',
  'contracts.create': 'Create contracts',
  'contracts.update': 'Edit, archive and reopen contracts',
  'assignments.update': 'Change everything of people of the own company on contracts',
  'assignments.update-guests': 'Change people of other companies on contracts',
  'assignments.update-party2': 'Add and change Party 2 on contracts',
  'contracts.report': 'Download the contracts report',
  'tasks.read': 'See tasks',
  'companies.read': 'See the organisation',
  'companies.create': 'Create companies',
  'companies.update': 'Edit the company and its control word',
  'companies.delete': 'Delete companies',
  'structure.update': 'Change departments, positions, roles and groups',
  'groups.update-other': 'Change groups of no company',
  'quizzes.read': 'See quizzes',
  'quizzes.update': 'Create and change quizzes',
  'mail.read': 'See mail',
  'mail.retry': 'Send failed mail again',
  'settings.read': 'See settings',
  'settings.update': 'Change settings',
  'own.profile': 'Edit their own profile',
  'own.password': 'Change their own password',
  'own.two-factor': 'Set up their own second factor',
  'own.sessions': 'See and end their own sessions',
};

type Area = Permission extends infer P ? (P extends `${infer A}.${string}` ? A : never) : never;

// What belongs together stands together.
const AREA_LABELS: Record<Area, string> = {
  users: 'Users',
  rights: 'Rights',
  contracts: 'Contracts',
  assignments: 'Contracts',
  tasks: 'Tasks',
  companies: 'Organisation',
  structure: 'Organisation',
  groups: 'Organisation',
  quizzes: 'Organisation',
  mail: 'Mail',
  settings: 'Settings',
  own: 'Their own account',
};

/** All permissions, those of one area together. */
export function permissionGroups(): { label: string; permissions: Permission[] }[] {
  const groups = new Map<string, Permission[]>();
  for (const permission of Object.keys(PERMISSION_LABELS) as Permission[]) {
    const label = AREA_LABELS[permission.split('.')[0] as Area];
    groups.set(label, [...(groups.get(label) ?? []), permission]);
  }
  return [...groups].map(([label, permissions]) => ({ label, permissions }));
}
