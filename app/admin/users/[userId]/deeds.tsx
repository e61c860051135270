import {
  Camera,
  CircleSlash2,
  ImageOff,
  KeyRound,
  LockKeyhole,
  LockKeyholeOpen,
  LogOut,
  MailPlus,
  RotateCcwKey,
  ShieldAlert,
  ShieldMinus,
  ShieldX,
  ShieldOff,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { FormAction } from '@/components/form/use-action-form';
import type { ButtonVariant } from '@/components/ui/button-style';
import type { Permission } from '@/lib/access/rights';
import type { Person } from '@/lib/users/queries';
import * as actions from '../actions';

export type Deed = {
  /** On the button or in the menu. */
  label: string;
  /** The window's title and its button. */
  verb: string;
  icon: LucideIcon;
  /** What happens to them. */
  text: string;
  tone: 'primary' | 'danger';
  /** Its look in the page's head; quiet unless given. */
  variant?: ButtonVariant;
  permission: Permission;
  /** Is there anything to do in their present state? */
  when: (person: Person) => boolean;
  asks?: 'reason' | 'password' | 'photo' | 'email';
  action: FormAction;
};

const isLocal = ({ source }: Person) => source === 'local';
const mayEnter = ({ status }: Person) => status === 'active';

export const lock: Deed = {
  label: 'Lock',
  verb: 'Lock user',
  icon: LockKeyhole,
  variant: 'danger',
  text: 'They are put out on their next request and cannot sign in until somebody unlocks them. Their contracts stay as they are.',
  tone: 'danger',
  permission: 'users.lock',
  when: ({ lockedAt }) => !lockedAt,
  asks: 'reason',
  action: actions.lockUserAction,
};

const unlock: Deed = {
  label: 'Unlock',
  verb: 'Unlock user',
  icon: LockKeyholeOpen,
  variant: 'primary',
  text: 'They may sign in again, as far as dates and activation allow. No session comes back.',
  tone: 'primary',
  permission: 'users.lock',
  when: ({ lockedAt }) => lockedAt !== null,
  action: actions.unlockUserAction,
};

export const deactivate: Deed = {
  label: 'Deactivate',
  verb: 'Deactivate user',
  icon: CircleSlash2,
  text: 'They are put out on their next request and stay out until somebody activates them. Their assignments on contracts become inactive, and their roles and groups are taken; what they had is kept, to be restored.',
  tone: 'danger',
  permission: 'users.deactivate',
  when: ({ isActive }) => isActive,
  action: actions.deactivateUserAction,
};

const setPassword: Deed = {
  label: 'Set password',
  verb: 'Set password',
  icon: KeyRound,
  text: 'The old password stops working and all their sessions end.',
  tone: 'primary',
  permission: 'users.set-password',
  when: isLocal,
  asks: 'password',
  action: actions.setPasswordAction,
};

const forcePasswordChange: Deed = {
  label: 'Force password change',
  verb: 'Force password change',
  icon: RotateCcwKey,
  text: 'On their next request nothing opens before they have chosen a new password, giving the old one.',
  tone: 'primary',
  permission: 'users.set-password',
  when: (person) => isLocal(person) && person.hasPassword && !person.passwordChangeOwed,
  action: actions.forcePasswordChangeAction,
};

export const sendReset: Deed = {
  label: 'Send reset link',
  verb: 'Send reset link',
  icon: MailPlus,
  text: 'They are mailed a link to choose a password with. It counts for an hour, and older ones stop working.',
  tone: 'primary',
  permission: 'users.invite',
  when: (person) => isLocal(person) && mayEnter(person),
  action: actions.sendPasswordResetAction,
};

export const sendFirstLogin: Deed = {
  label: 'Send first-login mail',
  verb: 'Send first-login mail',
  icon: MailPlus,
  text: 'They are mailed a link for their first login, which counts for a week and asks for the control word of the company. Tell them the word yourself. Older links stop working.',
  tone: 'primary',
  permission: 'users.invite',
  when: (person) =>
    isLocal(person) && mayEnter(person) && person.profileCompletionOwed && person.hasControlWord,
  action: actions.sendFirstLoginAction,
};

const requireTwoFactor: Deed = {
  label: 'Require second factor',
  verb: 'Require second factor',
  icon: ShieldAlert,
  text: 'Without one, nothing opens on their next request before it is set up. Only an administrator can lift it.',
  tone: 'primary',
  permission: 'users.two-factor',
  when: ({ twoFactorRequired }) => !twoFactorRequired,
  action: actions.requireTwoFactorAction,
};

const liftTwoFactor: Deed = {
  label: 'No longer require second factor',
  verb: 'No longer require it',
  icon: ShieldMinus,
  text: 'They may disable their second factor, or go without one.',
  tone: 'primary',
  permission: 'users.two-factor',
  when: ({ twoFactorRequired }) => twoFactorRequired,
  action: actions.liftTwoFactorAction,
};

const changePhoto: Deed = {
  label: 'Change photo',
  verb: 'Change photo',
  icon: Camera,
  text: 'Administrators of the company see it, and so do they.',
  tone: 'primary',
  permission: 'users.update',
  when: () => true,
  asks: 'photo',
  action: actions.changePhotoAction,
};

const removePhoto: Deed = {
  label: 'Remove photo',
  verb: 'Remove photo',
  icon: ImageOff,
  text: 'Their initials stand in its place.',
  tone: 'danger',
  permission: 'users.update',
  when: ({ photo }) => photo !== null,
  action: actions.removePhotoAction,
};

const resetTwoFactor: Deed = {
  label: 'Reset second factor',
  verb: 'Reset second factor',
  icon: ShieldOff,
  text: 'For somebody who lost theirs: the authenticator and the backup codes stop working, all their sessions end, and they are told by mail.',
  tone: 'danger',
  permission: 'users.two-factor',
  when: ({ twoFactorEnabledAt }) => twoFactorEnabledAt !== null,
  asks: 'reason',
  action: actions.resetTwoFactorAction,
};

const invalidatePassword: Deed = {
  label: 'Invalidate password',
  verb: 'Invalidate password',
  icon: ShieldX,
  text: 'For a password that may have leaked: it is removed at once, all their sessions end, and only the link they are mailed leads back. It counts for an hour.',
  tone: 'danger',
  permission: 'users.set-password',
  when: (person) => isLocal(person) && person.hasPassword,
  action: actions.invalidatePasswordAction,
};

export const deleteUser: Deed = {
  label: 'Delete user',
  verb: 'Delete user',
  icon: Trash2,
  text: 'The account and everything of it go for good: profile, password, sessions, memberships, photo. The audit keeps who it was. To keep somebody out and be able to let them in again, deactivate them.',
  tone: 'danger',
  permission: 'users.delete',
  when: () => true,
  asks: 'email',
  action: actions.deleteUserAction,
};

export const endSessions: Deed = {
  label: 'End all sessions',
  verb: 'End all sessions',
  icon: LogOut,
  text: 'They are signed out everywhere at once and may sign in again.',
  tone: 'danger',
  permission: 'users.end-sessions',
  when: () => true,
  action: actions.endSessionsAction,
};

/** In the page's head, at most one of each pair at a time. */
export const HEAD: Deed[] = [setPassword, deactivate, lock, unlock];

/** In the menu, what hurts last. */
export const MORE: Deed[] = [
  sendFirstLogin,
  sendReset,
  forcePasswordChange,
  requireTwoFactor,
  liftTwoFactor,
  changePhoto,
  removePhoto,
  resetTwoFactor,
  invalidatePassword,
  deleteUser,
];
