import { holds, rankOf, sees, type AdminRight, type Holder } from '@/lib/access/rights';

// The people on a contract: what screen and server both go by (spec §10, §11). Safe in the browser.

export const PARTIES = [1, 2] as const;
export type Party = (typeof PARTIES)[number];

export const EMAIL_SETTINGS = ['immediate', 'daily', 'none'] as const;
export type EmailSetting = (typeof EMAIL_SETTINGS)[number];

export const SEATS = ['approver', 'named_manager'] as const;
export type SeatKind = (typeof SEATS)[number];

export const ASSIGNMENT_STATES = ['active', 'inactive', 'key'] as const;
export type AssignmentListState = (typeof ASSIGNMENT_STATES)[number];

/** What can be changed of an assignment, in the order in which it is shown. */
export const FIELDS = [
  'party',
  'roleId',
  'threshold',
  'emailSetting',
  'isActive',
  'isApprover',
  'isNamedManager',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** An assignment as it stands; the threshold an exact decimal, in the contract's currency. */
export type AssignmentState = {
  party: Party;
  roleId: string;
  isActive: boolean;
  threshold: string;
  emailSetting: EmailSetting;
  isApprover: boolean;
  isNamedManager: boolean;
};

/** Which assignment: of whom, on what. */
export type AssignmentReference = { contractId: string; userId: string };

const PARTY_2_FIELDS: readonly FieldName[] = ['roleId', 'isActive', 'threshold', 'emailSetting'];

/** Somebody on a contract, as far as it matters to who may change them. */
type Seated = {
  userId: string;
  party: Party;
  contractCompanyId: string;
  companyId: string | null;
  right: AdminRight | null;
};

type Changer = Holder & { userId: string };

/**
 * What the holder may change of somebody on a contract they may see, who is not above them: party 2
 * administrators four fields of party 2, user administrators all, of people of their company; neither
 * of themselves.
 */
export function fieldsFor(holder: Changer, seated: Seated): readonly FieldName[] {
  if (rankOf(seated.right) > rankOf(holder.right)) return [];
  const ofGuests = holds(holder, 'assignments.update-guests');
  if (seated.userId === holder.userId && !ofGuests) return [];
  if (!holds(holder, 'assignments.update')) {
    return holds(holder, 'assignments.update-party2') && seated.party === 2 ? PARTY_2_FIELDS : [];
  }
  const inReach =
    sees(holder, { companyId: seated.contractCompanyId }) &&
    (ofGuests || sees(holder, { companyId: seated.companyId }));
  return inReach ? FIELDS : [];
}

/** The seats somebody holds on a contract: none of an inactive assignment or an archived contract. */
export const seatsHeld = (row: AssignmentState & { isArchived: boolean }): SeatKind[] => {
  const flags: Record<SeatKind, boolean> = {
    approver: row.isApprover,
    named_manager: row.isNamedManager,
  };
  return row.isActive && !row.isArchived ? SEATS.filter((seat) => flags[seat]) : [];
};

/** The name of a form's field for one assignment. */
export const fieldName = (
  name: FieldName | 'seen' | 'row',
  { contractId, userId }: AssignmentReference,
): string => `${name}.${contractId}.${userId}`;

/** How many decimals an amount in this currency has: 0 of yen, 2 of euro, 3 of Kuwaiti dinar. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** A threshold in groups, with the decimals of its currency; exact, however many digits. */
export function thresholdText(threshold: string, currency: string): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 4),
  }).format(threshold as Intl.StringNumericLiteral);
}
