import 'server-only';
import { accessStatusSql } from '@/lib/access/sql';
import { Prisma, type Transaction } from '@/lib/core/db';
import { endSessions } from '@/lib/sessions/end';
import { settleSeatsOf } from '@/lib/tasks/settle';
import type { AccessChange } from '../change';

/** The days from and to which people may enter, `YYYY-MM-DD`: null for none, absent as it is. */
export type Dates = { startDate?: string | null | undefined; endDate?: string | null | undefined };

const day = (given: string | null | undefined, column: Prisma.Sql) =>
  given === undefined ? column : Prisma.sql`${given}::date`;

const START = Prisma.sql`a.start_date`;
const END = Prisma.sql`a.end_date`;
const KEPT = Prisma.sql`jsonb_build_object('startDate', a.start_date, 'endDate', a.end_date)`;

/** Later to begin or sooner to end than before. */
const shorter = (start: Prisma.Sql, end: Prisma.Sql) => Prisma.sql`(
  coalesce(${start}, '-infinity') > coalesce(${START}, '-infinity')
  OR coalesce(${end}, 'infinity') < coalesce(${END}, 'infinity'))`;

/**
 * Sets from when to when people may enter (spec §2): nobody's own, start after end is refused, and
 * sessions end with the last day, at once where that has passed.
 */
export function setDates({ startDate, endDate }: Dates): AccessChange {
  const [start, end] = [day(startDate, START), day(endDate, END)];
  return {
    permission: 'users.update',
    action: 'user.dates-changed',
    refused: Prisma.sql`WHEN ${start} > ${end} THEN 'start-after-end'`,
    already: Prisma.sql`${start} IS NOT DISTINCT FROM ${START} AND ${end} IS NOT DISTINCT FROM ${END}`,
    set: Prisma.sql`start_date = ${start}, end_date = ${end}`,
    kept: KEPT,
    spares: 'access',
    lessens: shorter(start, end),
    also: async (tx, done) => {
      await capSessions(tx, done);
      await settleSeatsOf(tx, done);
    },
  };
}

const among = (done: Prisma.Sql) => Prisma.sql`
  FROM user_access a LEFT JOIN companies c ON c.id = a.company_id WHERE a.user_id IN (${done})`;

async function capSessions(tx: Transaction, done: Prisma.Sql) {
  const out = Prisma.sql`SELECT a.user_id ${among(done)} AND ${accessStatusSql()} <> 'active'`;
  await tx.$executeRaw(endSessions('access_changed', Prisma.sql`s.user_id IN (${out})`));
  await tx.$executeRaw`
    UPDATE sessions s SET expires_at = last.until
    FROM (SELECT a.user_id,
        (a.end_date + 1)::timestamp AT TIME ZONE coalesce(c.time_zone, 'UTC') AS until
      ${among(done)} AND a.end_date IS NOT NULL) AS last
    WHERE s.user_id = last.user_id AND s.ended_at IS NULL AND s.expires_at > last.until`;
}
