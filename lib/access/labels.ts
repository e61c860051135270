import type { EndReason } from './admission';
import type { Refusal, Step } from './decision';

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
