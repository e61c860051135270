import { currentDates, drawActivity, futureDates, lock, pastDates, twoFactorSince } from './access';
import type { Access, Right } from './access';
import type { Person } from './people';
import type { Random } from './random';

const RIGHTS: readonly (Right | null)[] = [
  'user_admin',
  'user_admin',
  'organisation_admin',
  'party2_user_admin',
  'auditor',
  null,
];

function drawDates(r: Random, now: Date, { createdAt }: Person): Partial<Access> {
  const roll = r.float();
  if (roll < 0.52) return {};
  if (roll < 0.9) return currentDates(r, now);
  return roll < 0.95 ? futureDates(r, now) : pastDates(r, now, createdAt);
}

/** What may keep somebody out; each on its own, so that it also comes together. */
function drawHindrance(r: Random, now: Date, person: Person, locker: string | null) {
  return {
    ...drawDates(r, now, person),
    ...(r.chance(0.06) && { isActive: false }),
    ...(r.chance(0.025) && lock(r, { now, createdAt: person.createdAt, locker })),
    ...(person.source === 'directory' && { directoryAllows: r.chance(0.94) }),
  };
}

function drawOwed(r: Random, now: Date, { source, createdAt }: Person): Partial<Access> {
  return {
    passwordChangeOwed: r.chance(0.05) && source === 'local',
    profileCompletionOwed: r.chance(0.04),
    twoFactorRequired: r.chance(0.15),
    twoFactorEnabledAt: r.chance(0.2) ? twoFactorSince(r, now, createdAt) : null,
  };
}

function drawRight(r: Random, { company }: Person): Partial<Access> {
  const isStaff = r.chance(0.015) && company !== null;
  return isStaff ? { isStaff, adminRight: r.pick(RIGHTS) } : {};
}

/** The second person of every 20,000 is a superuser. */
export const isSuperuser = (n: number) => n % 20_000 === 2;

/**
 * Gives somebody a state of access, in the proportions of a real organisation. One in a hundred is
 * spared, so that every batch has somebody who may enter.
 */
export function drawAccess(r: Random, now: Date, person: Person, locker: string | null) {
  const spared = person.n % 100 === 1 || isSuperuser(person.n);
  const { access } = person;
  if (!spared) Object.assign(access, drawHindrance(r, now, person, locker));
  Object.assign(access, drawOwed(r, now, person), drawRight(r, person));
  if (isSuperuser(person.n)) Object.assign(access, { isStaff: true, adminRight: 'superuser' });
  drawActivity(r, now, person);
}
