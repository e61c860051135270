import 'server-only';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import type { WaitingMail } from '../waiting';
import { mailProps, type Facts, type MailLink } from './facts';

const UNITS = [
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
] as const;

/** A span of time in its largest whole unit: "1 hour", "15 minutes", "7 days". */
function span(milliseconds: number): string {
  const [size, unit] = UNITS.find(([each]) => milliseconds >= each) ?? UNITS[2];
  const count = Math.max(1, Math.round(milliseconds / size));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A moment on the clock of the person's company, which is named. */
const moment = (at: Date, timeZone: string) =>
  `${at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })} (${timeZone})`;

/** What a waiting mail says. Throws when its row lacks something. */
export function factsOf(mail: WaitingMail, url: string | undefined): Facts {
  const { company, timeZone, createdAt, linkCounts, linkUntil } = mail;
  const link: MailLink | null =
    url && linkCounts && linkUntil
      ? {
          url,
          validFor: span(linkCounts * SECOND),
          until: moment(linkUntil, timeZone),
        }
      : null;
  const at = moment(createdAt, timeZone);
  return { ...mailProps.parse(mail.props), company, origin: env().APP_URL, at, link };
}
