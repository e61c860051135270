import { randomOf } from './random';
import type { Person } from './people';
import type { Event } from './write-people';

/** What the superuser did to people after their creation, so that their timelines tell it. */
export function changesOf(people: Person[], now: Date, actorId: string): Event[] {
  return people.flatMap((person) => {
    const { isActive, lockedAt, lockReason, lastActiveAt } = person.access;
    const r = randomOf(-1, 'change', person.n);
    const event = (action: string, at: Date, before: object, after: object): Event => ({
      id: r.uuid(at),
      at,
      action,
      actorId,
      person,
      before,
      after,
    });
    const left = lastActiveAt ?? person.createdAt;
    const gone = new Date(left.getTime() + r.float() * (now.getTime() - left.getTime()));
    const lock = { lockedAt, reason: lockReason };
    const open = { lockedAt: null, reason: null };
    return [
      ...(lockedAt ? [event('user.locked', lockedAt, open, lock)] : []),
      ...(isActive
        ? []
        : [event('user.deactivated', gone, { isActive: true }, { isActive: false })]),
    ];
  });
}
