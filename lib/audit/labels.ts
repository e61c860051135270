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
  'user.password-change-forced': 'Password change forced',
  'user.password-invalidated': 'Password invalidated',
  'user.password-reset': 'Password chosen by a mailed link',
  'user.password-reset-requested': 'Password reset asked for',
  'user.first-login-requested': 'First login asked for',
  'user.first-login-failed': 'First login refused',
  'user.invited': 'Invitation sent',
  'user.profile-completed': 'Profile completed',
  'user.profile-updated': 'Profile changed',
  'user.photo-changed': 'Photo changed',
  'user.photo-removed': 'Photo removed',
  'user.two-factor-required': 'Second factor required',
  'user.two-factor-lifted': 'Second factor no longer required',
  'user.two-factor-reset': 'Second factor reset by an administrator',
  'user.two-factor-started': 'Second factor set-up begun',
  'user.two-factor-enabled': 'Second factor set up',
  'user.two-factor-disabled': 'Second factor disabled',
  'user.two-factor-passed': 'Second factor given',
  'user.two-factor-failed': 'Wrong second factor',
  'user.backup-code-used': 'Backup code used',
  'user.backup-codes-regenerated': 'Backup codes regenerated',
  'user.two-factor-confirmed': 'Second factor confirmed, backup codes shown',
  'user.two-factor-cancelled': 'Second factor set-up cancelled',
  'user.two-factor-tested': 'Second factor tested',
  'company.control-word-set': 'Control word set',
  'mail.retried': 'Mail sent again',
  'settings.updated': 'Settings changed',
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
  wrongCodes: 'Wrong codes of this sign-in',
  left: 'Backup codes left',
  changeOwed: 'Password change owed',
  passwordChangeOwed: 'Password change owed',
  twoFactorRequired: 'Second factor required',
  ended: 'Sessions ended',
  sessions: 'Sessions ended',
  mailId: 'Mail',
  template: 'Kind of mail',
  outcome: 'Outcome',
  sessionIdleMinutes: 'Idle limit in minutes',
  sessionAbsoluteMinutes: 'Absolute limit in minutes',
  passwordMinimum: 'Minimum length of a password',
  link: 'Link',
};

/** A kept field in words; one without words stays as it is kept. */
export const fieldLabel = (name: string): string => FIELDS[name] ?? name;

export const actionLabel = (action: string): string => LABELS[action] ?? action;

/** What stands for what in the values that are kept. */
const VALUES: Record<string, Record<string, string>> = {
  link: { first_login: 'First login', password_reset: 'Password reset' },
  method: {
    password: 'Password',
    first_login: 'First login',
    totp: 'Authenticator app',
    'backup-code': 'Backup code',
  },
};

/** A kept value in words; one without words stays as it is kept. */
export const valueLabel = (name: string, value: string): string => VALUES[name]?.[value] ?? value;
