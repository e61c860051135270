import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { record, type AuditEntry } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { endSessions } from './end';

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

/** Ends all sessions of the actor but the one they act from; returns how many. */
export async function endOtherSessions(actor: Actor): Promise<number> {
  assertCan(actor, 'own.sessions');
  return transaction(async (tx) => {
    const ended = await tx.$executeRaw(
      endSessions(
        'ended_by_user',
        Prisma.sql`s.user_id = ${actor.userId}::uuid AND s.id <> ${actor.sessionId}::uuid`,
      ),
    );
    if (ended > 0) await record(tx, actor, ownSessionsEnded(actor, ended));
    return ended;
  });
}
