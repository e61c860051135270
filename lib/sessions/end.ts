import 'server-only';
import { Prisma } from '@/lib/core/db';
import type { SessionEnd } from '@/lib/generated/prisma/enums';

/** Ends the live sessions that meet a condition on `s` (sessions), and remembers why. */
export const endSessions = (reason: SessionEnd, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  UPDATE sessions s SET ended_at = now(), end_reason = ${reason}::session_end
  WHERE s.ended_at IS NULL AND ${condition}`;
