import { EMAIL_LABELS, PARTY_LABELS, SEAT_LABELS } from '@/lib/contracts/assignments/labels';
import { thresholdText } from '@/lib/contracts/assignments/policy';
import { SEAT_LOSSES, type SeatOutcome } from '@/lib/snapshots/labels';
import type { KeptAssignment } from '@/lib/snapshots/queries';
import { Line } from './line';

/** A seat that was held: that it comes back, or why not. */
function seatText(seat: string, outcome: SeatOutcome | null): string[] {
  if (!outcome) return [];
  return outcome === 'back' ? [seat] : [`${seat} no longer: ${SEAT_LOSSES[outcome]}`];
}

function thresholdFact({ threshold, currency, formerCurrency }: KeptAssignment): string {
  const amount = `Threshold ${thresholdText(threshold, currency)} ${currency}`;
  return formerCurrency ? `${amount}: it was kept in ${formerCurrency}` : amount;
}

/** An assignment that comes back, as it will be. */
export function AssignmentLine({ assignment }: { assignment: KeptAssignment }) {
  const { number, name, party, role, emailSetting, approver, namedManager } = assignment;
  const facts = [
    PARTY_LABELS[party],
    ...(role ? [role] : []),
    thresholdFact(assignment),
    `E-mail: ${EMAIL_LABELS[emailSetting].toLowerCase()}`,
    ...seatText(SEAT_LABELS.approver, approver),
    ...seatText(SEAT_LABELS.named_manager, namedManager),
  ];
  return <Line what={`${number} ${name}`} about={facts.join(' · ')} />;
}
