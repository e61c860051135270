import type { MailState } from '@/lib/generated/prisma/enums';
import type { MailTemplate } from './templates';

/** What became of a mail, in words. */
export const MAIL_STATE_LABELS: Record<MailState, string> = {
  queued: 'Queued',
  sent: 'Sent',
  failed: 'Failed',
  dropped: 'Not needed any more',
};

const KINDS: Record<MailTemplate, string> = {
  'password-reset': 'Password reset',
  'password-reset-invitation': 'Password link by an administrator',
  'password-invalidated': 'Password invalidated',
  'directory-password': 'Password held by the directory',
  'first-login': 'First login',
  'first-login-invitation': 'Invitation',
  'two-factor-reset': 'Second factor reset',
  'security-notice': 'Security notice',
};

const isKind = (template: string): template is MailTemplate => Object.hasOwn(KINDS, template);

/** What a mail is about, in words; a template of an older version keeps its name. */
export const mailKind = (template: string): string =>
  isKind(template) ? KINDS[template] : template;
