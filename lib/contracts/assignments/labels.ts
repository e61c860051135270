import type { Refusal } from './judge';
import type { AssignmentListState, EmailSetting, FieldName, Party, SeatKind } from './policy';

export const EMAIL_LABELS: Record<EmailSetting, string> = {
  immediate: 'Immediate',
  daily: 'Daily',
  none: 'None',
};

export const PARTY_LABELS: Record<Party, string> = { 1: 'Party 1', 2: 'Party 2' };

export const SEAT_LABELS: Record<SeatKind, string> = {
  approver: 'Approver',
  named_manager: 'Named manager',
};

/** The words of the lists' filter. */
export const STATE_LABELS: Record<AssignmentListState, string> = {
  active: 'Active',
  inactive: 'Inactive',
  key: 'Key persons',
};

export const ASSIGNMENT_LABELS: Record<FieldName, string> = {
  party: 'Party',
  roleId: 'Role',
  isActive: 'Active',
  threshold: 'Threshold',
  emailSetting: 'E-mail setting',
  isApprover: 'Approver',
  isNamedManager: 'Named manager',
};

/** Why a row is not changed: at which of its fields it is said, and what to do. */
export const REFUSALS: Record<Refusal, { field: FieldName | 'row'; text: string }> = {
  'not-found': { field: 'row', text: 'not found.' },
  forbidden: { field: 'row', text: 'your rights do not allow this.' },
  yourself: {
    field: 'row',
    text: 'you cannot change this of yourself. Ask another administrator.',
  },
  'above-you': { field: 'row', text: 'this person holds a right above your own.' },
  archived: { field: 'row', text: 'the contract is archived. Reopen it first.' },
  'already-there': { field: 'row', text: 'is on this contract already. Change that row instead.' },
  stale: { field: 'row', text: 'somebody else changed this row meanwhile.' },
  'role-gone': {
    field: 'roleId',
    text: 'this role is not in the catalogue of the contract’s company. Choose another one.',
  },
  decimals: { field: 'threshold', text: 'the currency has fewer decimals than this threshold.' },
  'key-person': {
    field: 'row',
    text: 'a key person stays active, in the same role and party. Choose a successor for the seat first.',
  },
  'last-approver': {
    field: 'isApprover',
    text: 'no other approver who may enter would remain. Choose a successor instead.',
  },
  'last-named-manager': {
    field: 'isNamedManager',
    text: 'no other named manager who may enter would remain. Choose a successor instead.',
  },
  'account-deactivated': {
    field: 'isActive',
    text: 'the account is deactivated. Activate it first.',
  },
  'seat-not-effective': {
    field: 'row',
    text: 'only somebody who may enter now becomes approver or named manager.',
  },
  'above-yours': { field: 'threshold', text: 'the threshold would be above your own.' },
  'not-held': { field: 'row', text: 'does not hold this seat any more. Load the page again.' },
  'successor-inactive': { field: 'row', text: 'a successor is active on the contract.' },
  'not-effective': { field: 'row', text: 'a successor may enter now; this person may not.' },
  'other-party': { field: 'row', text: 'a successor is of the same party.' },
  'lower-threshold': {
    field: 'row',
    text: 'a successor has at least the threshold of who is replaced.',
  },
};
