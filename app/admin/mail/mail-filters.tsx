import { FilterBar } from '@/components/data-table/filter-bar';
import { MAIL_STATE_LABELS } from '@/lib/mail/labels';
import { MAIL_STATES, type MailListQuery } from '@/lib/mail/schema';
import { listHref } from './list-href';

/** Search by address, and the state. */
export function MailFilters({ query }: { query: MailListQuery }) {
  const { q, state, size } = query;
  return (
    <FilterBar
      path="/admin/mail"
      kept={{ size: size === 25 ? undefined : size }}
      search={{ label: 'Search address', placeholder: 'Address', value: q }}
      choices={[
        {
          name: 'state',
          label: 'State',
          any: 'Any state',
          options: MAIL_STATES.map((value) => ({ value, label: MAIL_STATE_LABELS[value] })),
          value: state,
        },
      ]}
      chips={[
        ...(q ? [{ label: 'Address', value: q, href: listHref(query, { q: '', page: 1 }) }] : []),
        ...(state
          ? [
              {
                label: 'State',
                value: MAIL_STATE_LABELS[state],
                href: listHref(query, { state: undefined, page: 1 }),
              },
            ]
          : []),
      ]}
    />
  );
}
