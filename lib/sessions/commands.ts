import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record, type AuditEntry } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import type { AdminRight } from '@/lib/generated/prisma/enums';
import { endOthers, endSessions } from './end';

const ownSessionsEnded = (actor: Actor, ended: number): AuditEntry => ({
  action: 'session.ended',
  subjectType: 'user',
  subjectId: actor.userId,
  companyId: actor.companyId,
  after: { ended },
});

/** Ends the session the actor acts from. */
export async function signOut(actor: Actor): Promise<void> {
  assertCan(actor, 'own.sessions');
  await transaction(async (tx) => {
    await tx.$executeRaw(endSessions('signed_out', Prisma.sql`s.id = ${actor.sessionId}::uuid`));
    await record(tx, actor, {
      action: 'session.signed-out',
      subjectType: 'user',
      subjectId: actor.userId,
      companyId: actor.companyId,
    });
  });
}

/** Ends one of the actor's own sessions. 404 when it is not theirs or has ended already. */
export async function endOwnSession(actor: Actor, input: { sessionId: string }): Promise<void> {
  assertCan(actor, 'own.sessions');
  await transaction(async (tx) => {
    const ended = await tx.$executeRaw(
      endSessions(
        'ended_by_user',
        Prisma.sql`s.id = ${input.sessionId}::uuid AND s.user_id = ${actor.userId}::uuid`,
      ),
    );
    if (ended === 0) throw notFound('That session');
    await record(tx, actor, ownSessionsEnded(actor, ended));
  });
}

/**
 * Ends one session of somebody in the actor's scope, who may sign in again. 404 outside it, or when
 * it has ended already. Own ones are ended in the cabinet.
 */
export async function endSessionOf(actor: Actor, { sessionId }: { sessionId: string }) {
  assertCan(actor, 'users.end-sessions');
  await actorTransaction({ actor }, async (tx) => {
    const [owner] = await tx.$queryRaw<Owner[]>`
      SELECT a.user_id AS "userId", a.company_id AS "companyId", a.admin_right AS "right"
      FROM sessions s JOIN user_access a ON a.user_id = s.user_id
      WHERE s.id = ${sessionId}::uuid FOR SHARE OF a`;
    if (!owner) throw notFound('That session');
    assertCan(actor, 'users.end-sessions', owner);
    if (owner.userId === actor.userId) throw conflict('End your own sessions in your cabinet.');
    const ended = await tx.$executeRaw(
      endSessions('ended_by_admin', Prisma.sql`s.id = ${sessionId}::uuid`),
    );
    if (ended === 0) throw notFound('That session');
    await record(tx, actor, {
      action: 'user.sessions-ended',
      subjectType: 'user',
      subjectId: owner.userId,
      companyId: owner.companyId,
      after: { sessions: ended },
    });
  });
}

type Owner = { userId: string; companyId: string | null; right: AdminRight | null };

/** Ends all sessions of the actor but the one they act from; returns how many. */
export async function endOtherSessions(actor: Actor): Promise<number> {
  assertCan(actor, 'own.sessions');
  return transaction(async (tx) => {
    const ended = await tx.$executeRaw(endOthers('ended_by_user', actor));
    if (ended > 0) await record(tx, actor, ownSessionsEnded(actor, ended));
    return ended;
  });
}
