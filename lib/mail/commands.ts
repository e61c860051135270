import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import { enqueueSet } from '@/lib/jobs/enqueue';
import { matching } from './matching';
import type { MailsToRetry } from './schema';

/**
 * Queues failed mails anew, with all attempts: one, or all of the actor's scope that match a search.
 * Returns how many. A single one that is not there is 404; one that has not failed, a conflict.
 */
export async function retryMails(actor: Actor, input: MailsToRetry): Promise<number> {
  assertCan(actor, 'mail.retry');
  const which =
    'mailId' in input
      ? Prisma.sql`${matching(actor, {})} AND m.id = ${input.mailId}::uuid`
      : matching(actor, { q: input.q });
  return actorTransaction({ actor, lane: 'sets' }, async (tx) => {
    const again = Prisma.sql`
      UPDATE mails m SET state = 'queued' WHERE m.state = 'failed' AND ${which}
      RETURNING m.id, m.user_id, m.company_id, m.template, m.to_address`;
    const audited = recordSet(
      actor,
      'mail.retried',
      Prisma.sql`SELECT user_id, company_id, NULL::jsonb AS before, jsonb_build_object(
        'mailId', id, 'template', template, 'email', to_address) AS after FROM again`,
    );
    const [row] = await tx.$queryRaw<{ jobs: bigint }[]>`
      WITH again AS (${again}), audited AS (${audited})
      ${enqueueSet('send-mail', Prisma.sql`SELECT json_build_object('mailId', id) AS payload, 'mail:' || id AS key FROM again`)}`;
    const retried = Number(row?.jobs ?? 0);
    if ('mailId' in input && retried === 0) await refuse(tx, which);
    return retried;
  });
}

async function refuse(tx: Transaction, which: Prisma.Sql): Promise<never> {
  const seen = await tx.$queryRaw<unknown[]>`SELECT 1 FROM mails m WHERE ${which}`;
  if (seen.length === 0) throw notFound('This mail');
  throw conflict('This mail has not failed, or somebody queued it again meanwhile.');
}
