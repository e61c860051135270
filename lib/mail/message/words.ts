import type { MailTemplate } from '../templates';
import { eventWords } from './event-words';
import type { Facts } from './facts';

/** One mail in words: a subject and heading, paragraphs around the button of its link. */
export type Words = {
  subject: string;
  heading: string;
  before: string[];
  button?: string;
  after: string[];
};

const companyOf = ({ company }: Facts) => company ?? 'your organisation';

const counts = ({ link }: Facts) =>
  `The link works once, for ${link?.validFor ?? 'a while'}: until ${link?.until ?? 'it is used'}.`;
const askAgain = ({ origin }: Facts) =>
  `When it has run out, ask for another at ${origin}/password_reset.`;
const UNEXPECTED =
  'If you do not expect this mail, ask your administrator before you open the link.';

const WORDS: Record<MailTemplate, (facts: Facts) => Words> = {
  'password-reset': (facts) => ({
    subject: 'Choose a new Gatehouse password',
    heading: 'Choose a new password',
    before: ['A new password was asked for, for the Gatehouse account with this e-mail address.'],
    button: 'Choose a password',
    after: [
      counts(facts),
      'If you did not ask for it, there is nothing to do: your password stays as it is.',
    ],
  }),
  'password-reset-invitation': (facts) => ({
    subject: 'Choose your Gatehouse password',
    heading: 'Choose your password',
    before: [
      'An administrator sends you this link to choose the password of your Gatehouse account.',
    ],
    button: 'Choose a password',
    after: [`${counts(facts)} ${askAgain(facts)}`, UNEXPECTED],
  }),
  'password-invalidated': (facts) => ({
    subject: 'Your Gatehouse password no longer works',
    heading: 'Your password no longer works',
    before: [
      'An administrator removed the password of your Gatehouse account and ended your sessions.',
      'Choose a new one with this link, and one that you use nowhere else.',
    ],
    button: 'Choose a password',
    after: [`${counts(facts)} ${askAgain(facts)}`],
  }),
  'directory-password': (facts) => ({
    subject: 'Your password is held by your directory',
    heading: 'Your directory holds your password',
    before: [
      'A new password was asked for, for the Gatehouse account with this e-mail address.',
      `You sign in with your password in the directory of ${companyOf(facts)}, which Gatehouse cannot change. Change it there, or ask whoever looks after the directory.`,
    ],
    after: ['If you did not ask for it, there is nothing to do.'],
  }),
  'first-login': (facts) => ({
    subject: 'Your first sign-in to Gatehouse',
    heading: 'Sign in for the first time',
    before: [
      `Your first sign-in was asked for, with the control word of ${companyOf(facts)}. Next you complete your profile and choose a password.`,
    ],
    button: 'Sign in',
    after: [
      `${counts(facts)} Another browser than the one it was asked from asks for the control word again.`,
      'If you did not ask for it, do not open the link, and tell your administrator: somebody else knows the control word.',
    ],
  }),
  'first-login-invitation': (facts) => ({
    subject: `${companyOf(facts)} invites you to Gatehouse`,
    heading: 'You are invited to Gatehouse',
    before: [
      `An administrator made a Gatehouse account for you at ${companyOf(facts)}. Sign in, complete your profile and choose a password.`,
      `You will be asked for the control word of ${companyOf(facts)}. Your administrator tells it to you; it is never in a mail.`,
    ],
    button: 'Sign in',
    after: [
      `${counts(facts)} When it has run out, ask for another at ${facts.origin}/first_login.`,
      UNEXPECTED,
    ],
  }),
  'two-factor-reset': (facts) => ({
    subject: 'Your second factor was reset',
    heading: 'Your second factor was reset',
    before: [
      'An administrator removed the second factor of your Gatehouse account and ended your sessions.',
      ...(facts.reason ? [`The reason given: ${facts.reason}`] : []),
      `Sign in at ${facts.origin} and set up a new one under Account settings.`,
    ],
    after: ['If you did not ask for this, tell your administrator at once.'],
  }),
  'security-notice': eventWords,
};

/** What a mail says. Throws when its row lacks what the template tells of. */
export const wordsOf = (template: MailTemplate, facts: Facts): Words => WORDS[template](facts);
