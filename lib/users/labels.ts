import type { AccessStatus } from '@/lib/access/decision';

/** The words of the status filter and badge. */
export const STATUS_LABELS: Record<AccessStatus, string> = {
  active: 'Active',
  deactivated: 'Deactivated',
  locked: 'Locked',
  'not-started': 'Not started',
  expired: 'Expired',
  directory: 'Refused by AD',
};
