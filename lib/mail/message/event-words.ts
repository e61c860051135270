import type { Facts, SECURITY_EVENTS } from './facts';
import type { Words } from './words';

type Event = (typeof SECURITY_EVENTS)[number];

const EVENTS: Record<Event, { title: string; happened: string }> = {
  'password-changed': {
    title: 'Your password was changed',
    happened: 'The password of your Gatehouse account was changed, and other sessions were ended.',
  },
  'two-factor-on': {
    title: 'Your second factor is on',
    happened: 'A second factor was set up for your Gatehouse account.',
  },
  'two-factor-off': {
    title: 'Your second factor is off',
    happened: 'The second factor of your Gatehouse account was disabled.',
  },
  'backup-codes-regenerated': {
    title: 'You have new backup codes',
    happened: 'New backup codes were made for your Gatehouse account. The old ones no longer work.',
  },
  'backup-code-used': {
    title: 'A backup code was used',
    happened: 'Somebody signed in to your Gatehouse account with one of your backup codes.',
  },
};

/** A notice of a change to somebody's own security. */
export function eventWords({ event, at, origin }: Facts): Words {
  if (!event) throw new Error('A security notice names no event');
  const { title, happened } = EVENTS[event];
  return {
    subject: title,
    heading: title,
    before: [happened, `When: ${at}`],
    after: [
      `If this was you, there is nothing to do. If not, tell your administrator at once and choose a new password at ${origin}/password_reset.`,
    ],
  };
}
