/**
 * The mails there are, each with what it says beside the person's first name. Those with a link
 * name its purpose.
 */
export const MAIL_TEMPLATES = [
  // link: password_reset; asked for by the person
  'password-reset',
  // link: password_reset; sent by an administrator, who gives or takes the password
  'password-reset-invitation',
  // link: password_reset; the old password counts no more (breach)
  'password-invalidated',
  // the directory holds the password
  'directory-password',
  // link: first_login; asked for by the person with the control word
  'first-login',
  // link: first_login; sent by an administrator
  'first-login-invitation',
  // props.reason; by an administrator
  'two-factor-reset',
  // props.event: 'password-changed' | 'two-factor-on' | 'two-factor-off' | 'backup-codes-regenerated' | 'backup-code-used'
  'security-notice',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];
