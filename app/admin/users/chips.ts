import type { Chip } from '@/components/data-table/filter-chips';
import {
  DATES_LABELS,
  EMPLOYMENT_LABELS,
  FILTER_LABELS,
  USER_STATUS_LABELS,
} from '@/lib/users/labels';
import type { filterNames } from '@/lib/users/filter-names';
import type { UserListQuery } from '@/lib/users/schema';
import { listHref } from './list-href';
import { PLACES } from './places';

export type Names = Awaited<ReturnType<typeof filterNames>>;

function dayText({ from, to }: UserListQuery): string {
  if (from && to) return from === to ? `on ${from}` : `${from} to ${to}`;
  return from ? `from ${from}` : `until ${to}`;
}

/** Every filter in force in words, each with the address of the list without it. */
export function chipsOf(query: UserListQuery, names: Names): Chip[] {
  const without = (change: Partial<UserListQuery>) => listHref(query, { ...change, page: 1 });
  const chips: Chip[] = [];
  const add = (label: string, value: string, change: Partial<UserListQuery>) =>
    chips.push({ label, value, href: without(change) });

  if (query.q) add(FILTER_LABELS.q, query.q, { q: '' });
  for (const kind of PLACES) {
    if (!query[kind]) continue;
    add(FILTER_LABELS[kind], names[kind] ?? 'unknown', { [kind]: undefined });
  }
  for (const status of query.status ?? []) {
    const left = query.status?.filter((one) => one !== status) ?? [];
    const change = { status: left.length > 0 ? left : undefined };
    add(FILTER_LABELS.status, USER_STATUS_LABELS[status], change);
  }
  if (query.employment) {
    add(FILTER_LABELS.employment, EMPLOYMENT_LABELS[query.employment], { employment: undefined });
  }
  if (query.from || query.to) {
    const change = { dates: undefined, from: undefined, to: undefined };
    add(DATES_LABELS[query.dates ?? 'start'], dayText(query), change);
  }
  if (query.idleSince) {
    add(FILTER_LABELS.idleSince, query.idleSince, { idleSince: undefined });
  }
  return chips;
}

/** The list without any filter, in the order and size of page it has. */
export const withoutFilters = ({ sort, size }: UserListQuery): string =>
  listHref({ q: '', sort, size, page: 1 });
