import 'server-only';
import type { Actor } from '@/lib/core/actor';
import type { AccessChange } from '@/lib/lifecycle/change';
import { setDates } from '@/lib/lifecycle/changes/dates';
import { deactivate, endAllSessions, lock, unlock } from '@/lib/lifecycle/changes/entry';
import { addGroup, assignQuiz, removeGroup } from '@/lib/lifecycle/changes/memberships';
import { forceChange, invalidate } from '@/lib/lifecycle/changes/passwords';
import { setColour, setPlace } from '@/lib/lifecycle/changes/profile';
import { reset, restore } from '@/lib/lifecycle/changes/reactivation';
import { setStaff } from '@/lib/lifecycle/changes/rights';
import { addRole, removeRole } from '@/lib/lifecycle/changes/roles';
import { lift2fa, require2fa } from '@/lib/lifecycle/changes/two-factor';
import { endDateOf } from '@/lib/lifecycle/schema';
import type { BulkChange, ChangeOf } from './schema';

const WAYS = { deactivate, restore, reset };

const activation = (actor: Actor, { value, ...end }: ChangeOf<'active'>): AccessChange =>
  WAYS[value](actor, endDateOf(end));

const NOWHERE = { departmentId: null, positionId: null };

/** What a chosen field and value do: the very changes of the single buttons. */
export function describe(actor: Actor, change: BulkChange): AccessChange {
  switch (change.field) {
    case 'active':
      return activation(actor, change);
    case 'locked':
      return change.value === 'unlock' ? unlock() : lock(actor, change.reason ?? '');
    case 'password':
      return change.value === 'force' ? forceChange() : invalidate(actor);
    case 'two-factor':
      return change.value === 'require' ? require2fa() : lift2fa();
    case 'sessions':
      return endAllSessions(actor);
    case 'start-date':
      return setDates({ startDate: change.value === 'set' ? change.day : null });
    case 'end-date':
      return setDates({ endDate: change.value === 'set' ? change.day : null });
    case 'place':
      return setPlace(actor, (change.value === 'set' && change.place) || NOWHERE);
    case 'group':
      return (change.value === 'add' ? addGroup : removeGroup)(actor, change.groupId);
    case 'role':
      return (change.value === 'add' ? addRole : removeRole)(actor, change.roleId);
    case 'quiz':
      return assignQuiz(actor, change.quizId);
    case 'colour':
      return setColour(change.value === 'set' ? change.colour : null);
    case 'staff':
      return setStaff(change.value === 'make');
  }
}
