import { FilterBar } from '@/components/data-table/filter-bar';
import { TASK_LABELS } from '@/lib/tasks/labels';
import { TASK_KINDS, type TaskListQuery } from '@/lib/tasks/schema';
import { listHref } from './list-href';

/** Search by contract or person, and the kind. */
export function TaskFilters({ query }: { query: TaskListQuery }) {
  const { q, kind, state, size } = query;
  return (
    <FilterBar
      path="/admin/tasks"
      kept={{ size: size === 25 ? undefined : size }}
      search={{ label: 'Search tasks', placeholder: 'Contract or person', value: q }}
      choices={[
        {
          name: 'kind',
          label: 'Kind',
          any: 'Every kind',
          options: TASK_KINDS.map((value) => ({ value, label: TASK_LABELS[value] })),
          value: kind,
        },
        {
          name: 'state',
          label: 'State',
          any: 'Open',
          options: [{ value: 'closed', label: 'Closed' }],
          value: state === 'closed' ? state : undefined,
        },
      ]}
      chips={[
        ...(q ? [{ label: 'Search', value: q, href: listHref(query, { q: '', page: 1 }) }] : []),
        ...(kind
          ? [
              {
                label: 'Kind',
                value: TASK_LABELS[kind],
                href: listHref(query, { kind: undefined, page: 1 }),
              },
            ]
          : []),
        ...(state === 'closed'
          ? [
              {
                label: 'State',
                value: 'Closed',
                href: listHref(query, { state: 'open', page: 1 }),
              },
            ]
          : []),
      ]}
    />
  );
}
