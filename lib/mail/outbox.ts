import 'server-only';
import { Prisma, type Transaction } from '@/lib/core/db';
import { enqueueSet } from '@/lib/jobs/enqueue';
import type { MailTemplate } from './templates';

/**
 * Writes one mail a row of `source` into the outbox, with the job that sends it, in the caller's
 * transaction (spec §16). `source` selects (user_id uuid, company_id uuid, to_address text,
 * link_id uuid, props jsonb); the props hold no secret, a link's token is made when it is sent.
 * Returns how many.
 */
export async function queueMails(
  tx: Transaction,
  template: MailTemplate,
  source: Prisma.Sql,
  { urgent = false } = {},
): Promise<number> {
  const queued = Prisma.sql`
    INSERT INTO mails (template, to_address, props, user_id, company_id, link_id)
    SELECT ${template}, m.to_address, m.props, m.user_id, m.company_id, m.link_id
    FROM (${source}) AS m RETURNING id`;
  const [row] = await tx.$queryRaw<{ jobs: bigint }[]>`
    WITH queued AS (${queued})
    ${enqueueSet('send-mail', Prisma.sql`SELECT json_build_object('mailId', id) AS payload, 'mail:' || id AS key FROM queued`, urgent)}`;
  return Number(row?.jobs ?? 0);
}

/** Queues one mail to each of these people, as queueMails(); `props` is the same for all. */
export const mailTo = (
  tx: Transaction,
  template: MailTemplate,
  people: Prisma.Sql,
  props: Prisma.Sql = Prisma.sql`'{}'::jsonb`,
): Promise<number> =>
  queueMails(
    tx,
    template,
    Prisma.sql`
      SELECT u.id AS user_id, u.company_id, u.email AS to_address, NULL::uuid AS link_id,
        jsonb_build_object('firstName', u.first_name) || ${props} AS props
      FROM users u WHERE u.id IN (${people})`,
  );
