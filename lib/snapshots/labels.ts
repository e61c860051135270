/** What becomes of a kept assignment, and why it does not come back. */
export const ASSIGNMENT_OUTCOMES = {
  back: 'Comes back',
  archived: 'The contract is archived',
  'beyond-rights': 'The contract is beyond your rights',
  'role-deleted': 'Its contract role was deleted',
} as const;
export type AssignmentOutcome = keyof typeof ASSIGNMENT_OUTCOMES;

/** What becomes of a kept role or group. */
export const MEMBERSHIP_OUTCOMES = {
  back: 'Comes back',
  deleted: 'Was deleted since',
  'other-company': 'Belongs to another company than theirs now',
  'not-brought': 'No role that comes back brings it any more',
} as const;
export type MembershipOutcome = keyof typeof MEMBERSHIP_OUTCOMES;
