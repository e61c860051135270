import 'server-only';
import { todaySql } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { giveBack, holdWhatComesBack } from '@/lib/snapshots/give-back';
import { settleSeatsOf } from '@/lib/tasks/settle';
import type { AccessChange } from '../change';
import { json } from './json';

/** The last day of those whose own has passed: null for none, absent where none was asked for. */
export type NewEnd = { endDate?: string | null | undefined };

const TODAY = Prisma.sql`(SELECT ${todaySql()} FROM (SELECT a.company_id) AS of
  LEFT JOIN companies c ON c.id = of.company_id)`;
const HAS_PASSED = Prisma.sql`(a.end_date IS NOT NULL AND a.end_date < ${TODAY})`;

/** Who would be let in to stay out all the same: a last day that has passed is not one (spec §9). */
const tooLate = ({ endDate }: NewEnd) => Prisma.sql`
  WHEN NOT a.is_active AND ${HAS_PASSED}
    ${endDate === undefined ? Prisma.empty : Prisma.sql`AND ${endDate}::date < ${TODAY}`}
    THEN 'end-date-passed'`;

/** The end date is set, and kept by the audit, of those alone whose own has passed. */
const ending = ({ endDate }: NewEnd) =>
  endDate === undefined
    ? {
        set: Prisma.sql`is_active = TRUE`,
        keeps: { before: json({ isActive: false }), after: json({ isActive: true }) },
      }
    : {
        set: Prisma.sql`is_active = TRUE,
          end_date = CASE WHEN ${HAS_PASSED} THEN ${endDate}::date ELSE a.end_date END`,
        kept: Prisma.sql`jsonb_build_object('isActive', a.is_active, 'endDate', a.end_date)`,
      };

/**
 * Activates the account and nothing else (spec §9); whoever is locked stays so, and no session comes
 * back. Where the end date has passed, a new one is given in the same step, or none.
 */
export const reset = (_actor: Actor, end: NewEnd = {}): AccessChange => ({
  permission: 'users.deactivate',
  action: 'user.activated',
  refused: tooLate(end),
  looksFurther: true,
  already: Prisma.sql`a.is_active`,
  ...ending(end),
});

/**
 * Activates, and puts back what the latest snapshot keeps (spec §9): never what lies beyond the
 * actor's rights (security 35), nor a seat that they no longer
 * hold, that somebody else does by now, or in which they could not act.
 */
export const restore = (actor: Actor, end: NewEnd = {}): AccessChange => ({
  ...reset(actor, end),
  holds: (tx, people) => holdWhatComesBack(tx, actor, people),
  also: async (tx, done) => {
    // Of whoever was deactivated anew before they were held, the latest snapshot is another one.
    await holdWhatComesBack(tx, actor, done);
    await tx.$executeRaw(giveBack(actor, done));
    await settleSeatsOf(tx, done);
  },
});
