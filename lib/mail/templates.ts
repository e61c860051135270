/** The mails there are. What each says is in lib/mail/message/words.ts, in the same order. */
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
  // props.event: one of SECURITY_EVENTS (lib/mail/message/facts.ts)
  'security-notice',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

// Without their link these say nothing: they are not sent once it opens nothing any more.
const WITH_LINK = new Set<MailTemplate>([
  'password-reset',
  'password-reset-invitation',
  'password-invalidated',
  'first-login',
  'first-login-invitation',
]);

export const carriesLink = (template: MailTemplate) => WITH_LINK.has(template);

export const isMailTemplate = (name: string): name is MailTemplate =>
  MAIL_TEMPLATES.some((known) => known === name);
