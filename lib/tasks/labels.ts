import type { TaskKind } from '@/lib/generated/prisma/enums';

/** What a task is about. */
export const TASK_LABELS: Record<TaskKind, string> = {
  contract_uncovered: 'Contract without an effective key person',
  key_person_leaving: 'Key person leaves',
};

const SEAT_WORDS = { approver: 'approver', named_manager: 'named manager' } as const;
export type SeatName = keyof typeof SEAT_WORDS;

/** Which seats nobody effective holds, in words. */
export function uncoveredText(seats: SeatName[]): string {
  if (seats.length === 0) return 'Covered by now; this closes by itself.';
  const names = seats.map((seat) => SEAT_WORDS[seat]).join(' and no ');
  return `No ${names} of it may enter. Choose a successor, or let them in again.`;
}
