/** What becomes of a kept assignment, and why it does not come back. */
export const ASSIGNMENT_OUTCOMES = {
  back: 'Comes back',
  archived: 'The contract is archived',
  'beyond-rights': 'The contract is beyond your rights',
  'role-deleted': 'Its contract role was deleted',
} as const;
export type AssignmentOutcome = keyof typeof ASSIGNMENT_OUTCOMES;

/** Why a kept seat does not come back: the assignment is an ordinary one then. */
export const SEAT_LOSSES = {
  filled: 'somebody else holds this seat now',
  'taken-away': 'this seat was taken away since',
  'kept-out': 'they may not enter',
} as const;
export type SeatOutcome = 'back' | keyof typeof SEAT_LOSSES;

/** What becomes of a kept role or group. */
export const MEMBERSHIP_OUTCOMES = {
  back: 'Comes back',
  deleted: 'Was deleted since',
  'other-company': 'Belongs to another company than theirs now',
  'not-brought': 'No role that comes back brings it any more',
} as const;
export type MembershipOutcome = keyof typeof MEMBERSHIP_OUTCOMES;
