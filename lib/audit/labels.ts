/** The audited actions in words. */
const LABELS: Record<string, string> = {
  'user.created': 'Account created',
  'user.locked': 'Locked',
  'user.unlocked': 'Unlocked',
  'user.deactivated': 'Deactivated',
  'user.activated': 'Activated',
  'user.sessions-ended': 'Sessions ended by an administrator',
  'user.password-set': 'Password set by an administrator',
  'user.password-changed': 'Password changed',
  'user.password-change-refused': 'Wrong current password',
  'session.signed-out': 'Signed out',
  'session.ended': 'Own sessions ended',
  'sign-in.succeeded': 'Signed in',
  'sign-in.failed': 'Wrong password',
  'sign-in.refused': 'Sign-in refused',
  'setup.completed': 'First superuser created',
};

/** What is kept before and after, in words. */
const FIELDS: Record<string, string> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  name: 'Name',
  timeZone: 'Time zone',
  isActive: 'Active',
  lockedAt: 'Locked since',
  reason: 'Reason',
  startDate: 'Start date',
  endDate: 'End date',
  isStaff: 'Staff',
  right: 'Right',
  passwordSet: 'Password set',
  changeOwed: 'Password change owed',
  passwordChangeOwed: 'Password change owed',
  twoFactorRequired: 'Second factor required',
  ended: 'Sessions ended',
  sessions: 'Sessions ended',
};

/** A kept field in words; one without words stays as it is kept. */
export const fieldLabel = (name: string): string => FIELDS[name] ?? name;

export const actionLabel = (action: string): string => LABELS[action] ?? action;
