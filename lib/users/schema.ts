import { z } from 'zod';
import { dayInput, idInput, lineInput, optional, phoneInput, searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';

/** What the status filter can ask for; several must all hold. `inactive` to `expired` are refusals. */
export const USER_STATUSES = [
  'active',
  'inactive',
  'locked',
  'not-started',
  'expired',
  'profile-completed',
  'staff',
  'two-factor-missing',
  'directory',
] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** Where today is in somebody's dates; everybody is in exactly one of them. */
export const EMPLOYMENTS = ['current', 'future', 'past', 'no-dates'] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

const SORTED_BY = [
  'name',
  'email',
  'company',
  'department',
  'position',
  'start',
  'end',
  'activity',
  'created',
] as const;
export type SortedBy = (typeof SORTED_BY)[number];
export const USER_SORTS = SORTED_BY.flatMap((by) => [by, `-${by}`] as const);

/** A set as it stands in an address: `locked,staff`. The same set always reads the same. */
const statusSet = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(USER_STATUSES)).max(USER_STATUSES.length))
  .transform((given) => USER_STATUSES.filter((status) => given.includes(status)));

const filterShape = {
  q: searchInput.default(''),
  company: idInput().optional(),
  department: idInput().optional(),
  position: idInput().optional(),
  group: idInput().optional(),
  role: idInput().optional(),
  /** With an active assignment on it. */
  contract: idInput().optional(),
  status: statusSet.optional(),
  employment: z.enum(EMPLOYMENTS).optional(),
  /** Which date `from` and `to` are about; without them it asks nothing. Unset: the start. */
  dates: z.enum(['start', 'end']).optional(),
  from: dayInput.optional(),
  to: dayInput.optional(),
  /** Nobody active on this day or later; who never was, is in. */
  idleSince: dayInput.optional(),
};
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  !from || !to || from <= to;
const OUT_OF_ORDER = { path: ['to'], message: 'The last day is before the first.' };

/** Whom the list is about, from the address: what list, count, selection, export and bulk share. */
export const userFilter = z.strictObject(filterShape).refine(inOrder, OUT_OF_ORDER);
export type UserFilter = z.infer<typeof userFilter>;

/** The list's question, parsed once from the URL: rows and count are answered from it alike. */
export const userListQuery = z
  .strictObject({
    ...filterShape,
    sort: z.enum(USER_SORTS).default('name'),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: pageSizeInput.default(25),
  })
  .refine(inOrder, OUT_OF_ORDER);
export type UserListQuery = z.infer<typeof userListQuery>;

/** The filter of a question: without its order and page. */
export function filterOf({ sort: _, page: __, size: ___, ...filter }: UserListQuery): UserFilter {
  return filter;
}

export const userReference = z.strictObject({ userId: idInput() });

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
