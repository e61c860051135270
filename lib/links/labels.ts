import type { LinkPurpose } from '@/lib/generated/prisma/enums';

/** What became of a link that an administrator sent. */
export type InvitationState =
  'queued' | 'sent' | 'failed' | 'opened' | 'used' | 'expired' | 'voided';

export const INVITATION_LABELS: Record<InvitationState, string> = {
  queued: 'Queued',
  sent: 'Sent',
  failed: 'Not delivered',
  opened: 'Opened',
  used: 'Used',
  expired: 'Expired',
  voided: 'No longer valid',
};

export const PURPOSE_LABELS: Record<LinkPurpose, string> = {
  first_login: 'First login',
  password_reset: 'Password reset',
};
