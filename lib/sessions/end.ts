import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { SessionEnd } from '@/lib/generated/prisma/enums';

/** Ends the live sessions that meet a condition on `s` (sessions), and remembers why. */
export const endSessions = (reason: SessionEnd, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  UPDATE sessions s SET ended_at = now(), end_reason = ${reason}::session_end
  WHERE s.ended_at IS NULL AND ${condition}`;

/** Ends the live sessions of the actor but the one they act from (security 11). */
export const endOthers = (reason: SessionEnd, { userId, sessionId }: Actor): Prisma.Sql =>
  endSessions(reason, Prisma.sql`s.user_id = ${userId}::uuid AND s.id <> ${sessionId}::uuid`);
