import 'server-only';
import { accessCommand } from '@/lib/lifecycle/access-command';
import { setDates } from './changes/dates';
import { deactivate, endAllSessions, lock, unlock } from './changes/entry';
import { addGroup, assignQuiz, removeGroup } from './changes/memberships';
import { forceChange, invalidate, inviteToFirstLogin, inviteToReset } from './changes/passwords';
import { setColour, setPlace } from './changes/profile';
import { reset, restore } from './changes/reactivation';
import { setRight, setStaff } from './changes/rights';
import { addRole, removeRole } from './changes/roles';
import { lift2fa, require2fa, reset2fa } from './changes/two-factor';
import type {
  ColourOfPeople,
  DatesOfPeople,
  PeopleAndEnd,
  PeopleAndGroup,
  PeopleAndQuiz,
  PeopleAndReason,
  PeopleAndRole,
  PlaceOfPeople,
  RightOfPeople,
  StaffOfPeople,
} from './schema';

// The single buttons. What each does is told in changes/, for the mass run as well.

/** Locks people: out on their next request, sessions ended, contracts untouched (spec §9). */
export const lockUsers = accessCommand((actor, { reason }: PeopleAndReason) => lock(actor, reason));

/** Unlocks people; whoever is deactivated stays so, and no session comes back. */
export const unlockUsers = accessCommand(unlock);

/** Deactivates people: out on their next request, what they were on kept for Restore (spec §9). */
export const deactivateUsers = accessCommand(deactivate);

/** Activates people and does nothing else; whoever is locked stays so, and no session comes back. */
export const resetUsers = accessCommand<PeopleAndEnd>(reset);

/** Activates people and puts back what their deactivation took, as far as that may be (spec §9). */
export const restoreUsers = accessCommand<PeopleAndEnd>(restore);

/** Ends every session of people, who may sign in again. Own sessions are ended in the cabinet. */
export const endSessionsOf = accessCommand(endAllSessions);

/** Mails people a link to choose a password with; it counts for an hour. */
export const sendPasswordReset = accessCommand(inviteToReset);

/** Mails people the link of their first login, which counts for a week. */
export const sendFirstLogin = accessCommand(inviteToFirstLogin);

/** Has people change their password on their next request. */
export const forcePasswordChange = accessCommand(forceChange);

/** Takes people's passwords away, ends their sessions and mails each the only way back (spec §4). */
export const invalidatePasswords = accessCommand(invalidate);

/** Requires a second factor: who has none sets it up on the next request, before all else. */
export const requireTwoFactor = accessCommand(require2fa);

/** Leaves the second factor to people themselves again; nobody lifts their own requirement. */
export const liftTwoFactor = accessCommand(lift2fa);

/** Removes people's second factor, with a reason, and mails each; never one's own (spec §5). */
export const resetTwoFactor = accessCommand((_actor, { reason }: PeopleAndReason) =>
  reset2fa(reason),
);

/** Sets from when to when people may enter; an absent day stays as it is (spec §2). */
export const setDatesOf = accessCommand((_actor, input: DatesOfPeople) => setDates(input));

/** Makes people staff, or takes it with whatever right they hold. */
export const setStaffOf = accessCommand((_actor, { isStaff }: StaffOfPeople) => setStaff(isStaff));

/** Gives people an administration right or takes it; nobody grants what they lack (spec §11). */
export const setRightOf = accessCommand((actor, { right }: RightOfPeople) =>
  setRight(actor, right),
);

/** Moves people to a department and position of their company. */
export const setPlaceOf = accessCommand((actor, input: PlaceOfPeople) => setPlace(actor, input));

/** Gives people a colour, or takes it. */
export const setColourOf = accessCommand((_actor, { colour }: ColourOfPeople) => setColour(colour));

/** Adds people to a group by hand. */
export const addToGroup = accessCommand((actor, { groupId }: PeopleAndGroup) =>
  addGroup(actor, groupId),
);

/** Takes people out of a group they are in by hand. */
export const removeFromGroup = accessCommand((actor, { groupId }: PeopleAndGroup) =>
  removeGroup(actor, groupId),
);

/** Gives people a platform role, with the groups it brings. */
export const giveRole = accessCommand((actor, { roleId }: PeopleAndRole) => addRole(actor, roleId));

/** Takes a platform role from people, and the groups that came by it alone. */
export const takeRole = accessCommand((actor, { roleId }: PeopleAndRole) =>
  removeRole(actor, roleId),
);

/** Gives people a quiz to take. */
export const assignQuizTo = accessCommand((actor, { quizId }: PeopleAndQuiz) =>
  assignQuiz(actor, quizId),
);
