import { EMAIL_LABELS, PARTY_LABELS, SEAT_LABELS } from '@/lib/contracts/assignments/labels';
import { thresholdText } from '@/lib/contracts/assignments/policy';
import type { KeptAssignment } from '@/lib/snapshots/queries';
import { Line } from './line';

/** The seats as they come back; those that somebody else holds by now stay with them. */
function seatsText(kept: KeptAssignment): string[] {
  const { isApprover, isNamedManager, approverFilled, managerFilled } = kept;
  const filled = 'no longer: somebody else holds this seat now';
  return [
    ...(isApprover ? [SEAT_LABELS.approver] : []),
    ...(isNamedManager ? [SEAT_LABELS.named_manager] : []),
    ...(approverFilled ? [`${SEAT_LABELS.approver} ${filled}`] : []),
    ...(managerFilled ? [`${SEAT_LABELS.named_manager} ${filled}`] : []),
  ];
}

/** An assignment that comes back, as it will be. */
export function AssignmentLine({ assignment }: { assignment: KeptAssignment }) {
  const { number, name, party, role, threshold, currency, emailSetting } = assignment;
  const facts = [
    PARTY_LABELS[party],
    ...(role ? [role] : []),
    `Threshold ${thresholdText(threshold, currency)} ${currency}`,
    `E-mail: ${EMAIL_LABELS[emailSetting].toLowerCase()}`,
    ...seatsText(assignment),
  ];
  return <Line what={`${number} ${name}`} about={facts.join(' · ')} />;
}
