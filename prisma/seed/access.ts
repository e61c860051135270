import { DAY } from '@/lib/core/clock';
import type { Random } from './random';
import { LOCK_REASONS } from './vocabulary';

export type Right =
  'superuser' | 'organisation_admin' | 'user_admin' | 'party2_user_admin' | 'auditor';

/** Whether somebody may enter, as user_access keeps it. */
export interface Access {
  isActive: boolean;
  lockedAt: Date | null;
  lockReason: string | null;
  lockedById: string | null;
  startDate: string | null;
  endDate: string | null;
  directoryAllows: boolean | null;
  isStaff: boolean;
  adminRight: Right | null;
  passwordChangeOwed: boolean;
  profileCompletionOwed: boolean;
  twoFactorRequired: boolean;
  twoFactorEnabledAt: Date | null;
  lastActiveAt: Date | null;
}

/** Somebody whom nothing hinders and who owes nothing. */
export const PLAIN: Access = {
  isActive: true,
  lockedAt: null,
  lockReason: null,
  lockedById: null,
  startDate: null,
  endDate: null,
  directoryAllows: null,
  isStaff: false,
  adminRight: null,
  passwordChangeOwed: false,
  profileCompletionOwed: false,
  twoFactorRequired: false,
  twoFactorEnabledAt: null,
  lastActiveAt: null,
};

const day = (now: Date, offset: number) =>
  new Date(now.getTime() + offset * DAY).toISOString().slice(0, 10);

// Two days clear of today, so that no time zone disagrees about who has begun and who is over.
const CLEAR = 2;

/** Dates around today, one side left open now and then. */
export function currentDates(r: Random, now: Date): Partial<Access> {
  const open = r.float();
  const startDate = day(now, -CLEAR - r.int(1500));
  const endDate = day(now, CLEAR + 28 + r.int(900));
  return { startDate: open < 0.15 ? null : startDate, endDate: open > 0.6 ? null : endDate };
}

/** Dates yet to come. */
export function futureDates(r: Random, now: Date): Partial<Access> {
  const start = CLEAR + r.int(120);
  const endDate = r.chance(0.5) ? day(now, start + r.int(4) * 180) : null;
  return { startDate: day(now, start), endDate };
}

/** Dates gone by, though not before somebody came. */
export function pastDates(r: Random, now: Date, createdAt: Date): Partial<Access> {
  const age = Math.max(0, Math.floor((now.getTime() - createdAt.getTime()) / DAY) - CLEAR);
  const end = -CLEAR - r.int(Math.min(age, 700));
  const startDate = r.chance(0.8) ? day(now, end - r.int(4) * 240) : null;
  return { startDate, endDate: day(now, end) };
}

// Now and then up to so many days ago, mostly lately, never before they came.
const lately = (r: Random, days: number, bend: number, now: Date, createdAt: Date) =>
  new Date(
    Math.max(createdAt.getTime(), now.getTime() - Math.ceil(r.float() ** bend * days * DAY)),
  );

/** An administrator's lock. */
export function lock(
  r: Random,
  { now, createdAt, locker }: { now: Date; createdAt: Date; locker: string | null },
): Partial<Access> {
  const lockedAt = lately(r, 200, 2, now, createdAt);
  return { lockedAt, lockReason: r.pick(LOCK_REASONS), lockedById: locker };
}

/** When somebody set up a second factor. */
export const twoFactorSince = (r: Random, now: Date, createdAt: Date) =>
  lately(r, 730, 1, now, createdAt);

/** Lets most people have been here, within the last two years and as long as they could. */
export function drawActivity(r: Random, now: Date, person: { access: Access; createdAt: Date }) {
  const { access, createdAt } = person;
  const { startDate, endDate, lockedAt } = access;
  if (r.chance(0.1) || (startDate ?? '') > day(now, 0)) return;
  const ends = [now, lockedAt ?? now, endDate ? new Date(endDate) : now];
  const until = new Date(Math.min(...ends.map((end) => end.getTime())));
  access.lastActiveAt = lately(r, 730, 3, until, createdAt);
}

/** May they enter? Dates here never lie within two days of today, so UTC will do (spec §2). */
export function mayEnter(access: Access, now: Date): boolean {
  const { isActive, lockedAt, startDate, endDate, directoryAllows } = access;
  const today = day(now, 0);
  const within = (startDate ?? today) <= today && today <= (endDate ?? today);
  return isActive && lockedAt === null && within && directoryAllows !== false;
}
