// Administration rights (spec §11) as one table: it draws the screen and refuses the call.

export const ADMIN_RIGHTS = [
  'superuser',
  'organisation_admin',
  'user_admin',
  'party2_user_admin',
  'auditor',
] as const;
export type AdminRight = (typeof ADMIN_RIGHTS)[number];

const EVERYTHING = [
  'users.read',
  'users.create',
  'users.lock',
  'users.deactivate',
  'users.end-sessions',
  'users.set-password',
  'users.two-factor',
  'users.invite',
  'users.update',
  'users.delete',
  'users.import',
  'users.export',
  'rights.read',
  'rights.grant',
  'companies.read',
  'companies.create',
  'companies.update',
  'companies.delete',
  'structure.update',
  'groups.update-other',
  'quizzes.read',
  'quizzes.update',
  'contracts.read',
  'contracts.create',
  'contracts.update',
  'contracts.report',
  'assignments.update',
  'assignments.update-guests',
  'assignments.update-party2',
  'tasks.read',
  'mail.read',
  'mail.retry',
  'settings.read',
  'settings.update',
] as const;

/** What the table says may be done; and what everybody who is let in may do with what is theirs. */
export type Permission =
  (typeof EVERYTHING)[number] | `own.${'sessions' | 'password' | 'two-factor' | 'profile'}`;

// What concerns all companies at once.
const OF_ALL_COMPANIES = new Set<Permission>([
  'companies.create',
  'companies.delete',
  'groups.update-other',
  'settings.read',
  'settings.update',
]);

const RIGHTS: Record<AdminRight, readonly Permission[]> = {
  superuser: EVERYTHING,
  organisation_admin: EVERYTHING.filter((permission) => !OF_ALL_COMPANIES.has(permission)),
  user_admin: [
    'users.read',
    'users.create',
    'users.lock',
    'users.deactivate',
    'users.end-sessions',
    'users.set-password',
    'users.two-factor',
    'users.invite',
    'users.update',
    'users.delete',
    'users.import',
    'users.export',
    'rights.read',
    'companies.read',
    'quizzes.read',
    'contracts.read',
    'assignments.update',
    'tasks.read',
    'mail.read',
    'mail.retry',
  ],
  party2_user_admin: ['rights.read', 'contracts.read', 'assignments.update-party2'],
  auditor: ['users.read', 'users.export', 'rights.read', 'companies.read', 'quizzes.read'],
};

export const RIGHT_LABELS: Record<AdminRight, string> = {
  superuser: 'Superuser',
  organisation_admin: 'Organisation admin',
  user_admin: 'User administrator',
  party2_user_admin: 'User administrator (Party 2 only)',
  auditor: 'Auditor',
};

/** Who stands above whom: nobody acts on somebody above them. Also read by SQL (isAbove). */
export const RANK: Record<AdminRight, number> = {
  superuser: 5,
  organisation_admin: 4,
  user_admin: 3,
  party2_user_admin: 2,
  auditor: 1,
};

export const rankOf = (right: AdminRight | null) => (right ? RANK[right] : 0);

/** The part of an actor that rights depend on; small enough to draw screens with. */
export type Holder = { isStaff: boolean; right: AdminRight | null; companyId: string | null };

/** What is acted on: its company and, for a person, the right they hold. */
export type Target = { companyId: string | null; right?: AdminRight | null };

/** Does the holder's right include the permission at all? */
export const holds = (holder: Holder, permission: Permission): boolean =>
  permission.startsWith('own.') ||
  (holder.isStaff && holder.right !== null && RIGHTS[holder.right].includes(permission));

/** Is the target inside the holder's scope: everything for a superuser, else their own company? */
export const sees = (holder: Holder, target: Target): boolean =>
  holder.right === 'superuser' ||
  (holder.companyId !== null && holder.companyId === target.companyId);

/** May the holder do this to the target? Inside the scope, and not to somebody above them. */
export const can = (holder: Holder, permission: Permission, target: Target): boolean =>
  holds(holder, permission) &&
  sees(holder, target) &&
  (permission.endsWith('.read') || rankOf(target.right ?? null) <= rankOf(holder.right));

/** The rights a holder may hand out: those with nothing in them that the holder lacks. */
export function grantable(holder: Holder): AdminRight[] {
  if (!holds(holder, 'rights.grant')) return [];
  return ADMIN_RIGHTS.filter((right) =>
    RIGHTS[right].every((permission) => holds(holder, permission)),
  );
}
