import { z } from 'zod';
import { REFUSALS } from '@/lib/access/decision';
import { lineInput, optional, phoneInput } from '@/lib/core/input';
import { searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';

export const USER_STATUSES = ['active', ...REFUSALS] as const;
const USER_SORTS = ['name', '-name', 'email', '-email', 'created', '-created'] as const;

/** The list's question, parsed once from the URL: rows and count are answered from it alike. */
export const userListQuery = z.strictObject({
  q: searchInput.default(''),
  status: z.enum(USER_STATUSES).optional(),
  sort: z.enum(USER_SORTS).default('name'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: pageSizeInput.default(25),
});
export type UserListQuery = z.infer<typeof userListQuery>;

export const userReference = z.strictObject({ userId: z.uuid() });

/** ⌘K: what was typed so far. */
export const peopleSearch = z.strictObject({ q: searchInput.min(1) });

/** What people change of themselves (spec §12); `version` is the one they saw. */
export const profileEdit = z.strictObject({
  firstName: lineInput('The first name', 100),
  lastName: lineInput('The last name', 100),
  phone: optional(phoneInput),
  version: z.coerce.number().int().positive(),
});
export type ProfileEdit = z.infer<typeof profileEdit>;

export const MOST_ACTIVITY = 50;

/** The cabinet's question: how many steps of own activity to show, and why one was sent there. */
export const cabinetQuery = z.object({
  activity: z.coerce.number().int().min(1).max(MOST_ACTIVITY).default(1),
  notice: z.string().optional(),
});
