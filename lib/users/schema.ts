import { z } from 'zod';
import { REFUSALS } from '@/lib/access/decision';
import { lineInput, optional, phoneInput } from '@/lib/core/input';
import { PAGE_SIZES } from '@/lib/core/paging';

export const USER_STATUSES = ['active', ...REFUSALS] as const;
const USER_SORTS = ['name', '-name', 'email', '-email', 'created', '-created'] as const;

export const MAXIMUM_SEARCH = 200;

// PostgreSQL knows no NUL, and nobody's name has a control character.
const search = z
  .string()
  .trim()
  .max(MAXIMUM_SEARCH)
  .regex(/^\P{Cc}*$/u);

const pageSize = z.coerce.number().refine((size) => PAGE_SIZES.some((known) => known === size));

/** The list's question, parsed once from the URL: rows and count are answered from it alike. */
export const userListQuery = z.strictObject({
  q: search.default(''),
  status: z.enum(USER_STATUSES).optional(),
  sort: z.enum(USER_SORTS).default('name'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: pageSize.default(25),
});
export type UserListQuery = z.infer<typeof userListQuery>;

export const userReference = z.strictObject({ userId: z.uuid() });

/** ⌘K: what was typed so far. */
export const peopleSearch = z.strictObject({ q: search.min(1) });

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
