import { z } from 'zod';

/** What may have happened to somebody's own security, by their own hand or an administrator's. */
export const SECURITY_EVENTS = [
  'password-changed',
  'two-factor-on',
  'two-factor-off',
  'backup-codes-regenerated',
  'backup-code-used',
] as const;

/** What an outbox row says beside its template. */
export const mailProps = z.object({
  firstName: z.string(),
  reason: z.string().optional(),
  event: z.enum(SECURITY_EVENTS).optional(),
});

/** The link of a mail, and in words how long and until when it counts. */
export type MailLink = { url: string; validFor: string; until: string };

/** Everything a mail can say. */
export type Facts = z.infer<typeof mailProps> & {
  /** The person's company, if they have one. */
  company: string | null;
  /** Our own origin: nothing else is ever linked. */
  origin: string;
  /** When what it tells of happened, in words. */
  at: string;
  link: MailLink | null;
};
