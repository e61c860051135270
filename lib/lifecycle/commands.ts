import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import type { Prisma, Transaction } from '@/lib/core/db';
import { changeAccess } from './change-access';
import { setDates } from './changes/dates';
import { activate, deactivate, endAllSessions, lock, unlock } from './changes/entry';
import { addGroup, assignQuiz, removeGroup } from './changes/memberships';
import { forceChange, invalidate, inviteToFirstLogin, inviteToReset } from './changes/passwords';
import { setColour, setPlace } from './changes/profile';
import { setRight, setStaff } from './changes/rights';
import { addRole, removeRole } from './changes/roles';
import { lift2fa, require2fa, reset2fa } from './changes/two-factor';
import type { PersonOutcome } from './outcome';
import type {
  ColourOfPeople,
  DatesOfPeople,
  PeopleAndGroup,
  PeopleAndQuiz,
  PeopleAndReason,
  PeopleAndRole,
  PeopleSet,
  PlaceOfPeople,
  RightOfPeople,
  StaffOfPeople,
} from './schema';

// The single buttons. What each does is told in changes/, for the mass run as well; `within` is the
// transaction of a caller who does more than this.

type Outcomes = Promise<PersonOutcome[]>;

/** Locks people: out on their next request, sessions ended, contracts untouched (spec §9). */
export async function lockUsers(
  actor: Actor,
  input: PeopleAndReason,
  within?: Transaction,
): Outcomes {
  const change = lock(actor, input.reason);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Unlocks people; whoever is deactivated stays so, and no session comes back. */
export async function unlockUsers(actor: Actor, input: PeopleSet, within?: Transaction): Outcomes {
  const change = unlock();
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Deactivates people: out on their next request, sessions ended. */
export async function deactivateUsers(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = deactivate();
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Activates people; whoever is locked stays so, and no session comes back. */
export async function activateUsers(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = activate();
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Ends every session of people, who may sign in again. Own sessions are ended in the cabinet. */
export async function endSessionsOf(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = endAllSessions(actor);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Mails people a link to choose a password with; it counts for an hour. */
export async function sendPasswordReset(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = inviteToReset(actor);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Mails people the link of their first login, which counts for a week. */
export async function sendFirstLogin(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = inviteToFirstLogin(actor);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Has people change their password on their next request. */
export async function forcePasswordChange(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = forceChange();
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Takes people's passwords away, ends their sessions and mails each the only way back (spec §4). */
export async function invalidatePasswords(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = invalidate(actor);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Requires a second factor: who has none sets it up on the next request, before all else. */
export async function requireTwoFactor(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = require2fa();
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Leaves the second factor to people themselves again; nobody lifts their own requirement. */
export async function liftTwoFactor(
  actor: Actor,
  input: PeopleSet,
  within?: Transaction,
): Outcomes {
  const change = lift2fa();
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Removes people's second factor, with a reason, and mails each; never one's own (spec §5). */
export async function resetTwoFactor(
  actor: Actor,
  input: PeopleAndReason,
  within?: Transaction,
): Outcomes {
  const change = reset2fa(input.reason);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Sets from when to when people may enter; an absent day stays as it is (spec §2). */
export async function setDatesOf(
  actor: Actor,
  input: DatesOfPeople,
  within?: Transaction,
): Outcomes {
  const change = setDates(input);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Makes people staff, or takes it with whatever right they hold. */
export async function setStaffOf(
  actor: Actor,
  input: StaffOfPeople,
  within?: Transaction,
): Outcomes {
  const change = setStaff(input.isStaff);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Gives people an administration right or takes it; nobody grants what they lack (spec §11). */
export async function setRightOf(
  actor: Actor,
  input: RightOfPeople,
  within?: Transaction,
): Outcomes {
  const change = setRight(actor, input.right);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Moves people to a department and position of their company. */
export async function setPlaceOf(
  actor: Actor,
  input: PlaceOfPeople,
  within?: Transaction,
): Outcomes {
  const change = setPlace(actor, input);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Gives people a colour, or takes it. */
export async function setColourOf(
  actor: Actor,
  input: ColourOfPeople,
  within?: Transaction,
): Outcomes {
  const change = setColour(input.colour);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Adds people to a group by hand. */
export async function addToGroup(
  actor: Actor,
  input: PeopleAndGroup,
  within?: Transaction,
): Outcomes {
  const change = addGroup(actor, input.groupId);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Takes people out of a group they are in by hand. */
export async function removeFromGroup(
  actor: Actor,
  input: PeopleAndGroup,
  within?: Transaction,
): Outcomes {
  const change = removeGroup(actor, input.groupId);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Gives people a platform role, with the groups it brings. */
export async function giveRole(actor: Actor, input: PeopleAndRole, within?: Transaction): Outcomes {
  const change = addRole(actor, input.roleId);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Takes a platform role from people, and the groups that came by it alone. */
export async function takeRole(actor: Actor, input: PeopleAndRole, within?: Transaction): Outcomes {
  const change = removeRole(actor, input.roleId);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}

/** Gives people a quiz to take. */
export async function assignQuizTo(
  actor: Actor,
  input: PeopleAndQuiz,
  within?: Transaction,
): Outcomes {
  const change = assignQuiz(actor, input.quizId);
  assertCan(actor, change.permission);
  const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
  return changeAccess(actor, input.userIds, change, audit, within);
}
