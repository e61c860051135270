import { FilterBar } from '@/components/data-table/filter-bar';
import { REASON_LABELS } from '@/lib/leavers/labels';
import { LEAVING_REASONS, type LeaverListQuery } from '@/lib/leavers/schema';
import { listHref } from './list-href';

/** Search by person, why they leave, and what is set. */
export function LeaverFilters({ query }: { query: LeaverListQuery }) {
  const { q, reason, seats, size } = query;
  const without = (change: Partial<LeaverListQuery>) => listHref(query, { ...change, page: 1 });
  return (
    <FilterBar
      path="/admin/leavers"
      kept={{ size: size === 25 ? undefined : size }}
      search={{ label: 'Search leavers', placeholder: 'Name, e-mail or phone', value: q }}
      choices={[
        {
          name: 'reason',
          label: 'Why',
          any: 'Every reason',
          options: LEAVING_REASONS.map((value) => ({ value, label: REASON_LABELS[value] })),
          value: reason,
        },
        {
          name: 'seats',
          label: 'Seats',
          any: 'With or without seats',
          options: [{ value: 'only', label: 'Key persons only' }],
          value: seats,
        },
      ]}
      chips={[
        ...(q ? [{ label: 'Search', value: q, href: without({ q: '' }) }] : []),
        ...(reason
          ? [{ label: 'Why', value: REASON_LABELS[reason], href: without({ reason: undefined }) }]
          : []),
        ...(seats
          ? [{ label: 'Seats', value: 'Key persons only', href: without({ seats: undefined }) }]
          : []),
      ]}
    />
  );
}
