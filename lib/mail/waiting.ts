import 'server-only';
import { db } from '@/lib/core/db';
import type { LinkPurpose, MailState } from '@/lib/generated/prisma/enums';

/** A mail of the outbox that waits to be sent, with its link and company as they are now. */
export type WaitingMail = {
  id: string;
  template: string;
  to: string;
  props: unknown;
  createdAt: Date;
  company: string | null;
  timeZone: string;
  linkId: string | null;
  purpose: LinkPurpose | null;
  /** In seconds. */
  linkCounts: number | null;
  linkUntil: Date | null;
};

/**
 * The mail, if it still waits. Its link, if it still opens something, counts from now on: nobody
 * had it before, however long the mail had to wait.
 */
export async function findWaiting(id: string): Promise<WaitingMail | undefined> {
  const [mail] = await db().$queryRaw<WaitingMail[]>`
    WITH link AS (
      UPDATE access_links l SET expires_at = now() + make_interval(secs => l.valid_seconds)
      FROM mails m
      WHERE m.id = ${id}::uuid AND m.state = 'queued' AND l.id = m.link_id
        AND l.consumed_at IS NULL AND l.voided_at IS NULL
      RETURNING l.id, l.purpose, l.valid_seconds, l.expires_at)
    SELECT m.id, m.template, m.to_address AS "to", m.props, m.created_at AS "createdAt",
      c.name AS company, coalesce(c.time_zone, 'UTC') AS "timeZone",
      l.id AS "linkId", l.purpose, l.valid_seconds AS "linkCounts", l.expires_at AS "linkUntil"
    FROM mails m
    LEFT JOIN link l ON l.id = m.link_id
    LEFT JOIN companies c ON c.id = m.company_id
    WHERE m.id = ${id}::uuid AND m.state = 'queued'`;
  return mail;
}

/** Notes an attempt and what came of it; `queued` waits on. Whoever settled it first is right. */
export async function noteAttempt(
  id: string,
  state: Exclude<MailState, 'dropped'>,
  error: string | null,
): Promise<void> {
  await db().$executeRaw`
    UPDATE mails SET state = ${state}::mail_state, attempts = attempts + 1, tried_at = now(),
      last_error = ${error}
    WHERE id = ${id}::uuid AND state = 'queued'`;
}

/** Notes that the mail is needed no more: its link opens nothing. */
export async function drop(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE mails SET state = 'dropped' WHERE id = ${id}::uuid AND state = 'queued'`;
}
