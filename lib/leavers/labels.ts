import type { LeavingReason } from './schema';

/** Why somebody leaves. */
export const REASON_LABELS: Record<LeavingReason, string> = {
  'end-date': 'End date',
  dormant: 'Dormant',
};
