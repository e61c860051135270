import { z } from 'zod';
import { searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';

export const LEAVING_REASONS = ['end-date', 'dormant'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** The leavers' question, parsed once from the address. */
export const leaverListQuery = z.strictObject({
  q: searchInput.default(''),
  reason: z.enum(LEAVING_REASONS).optional(),
  /** Key persons alone. */
  seats: z.literal('only').optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: pageSizeInput.default(25),
});
export type LeaverListQuery = z.infer<typeof leaverListQuery>;
