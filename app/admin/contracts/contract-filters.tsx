import type { Chip } from '@/components/data-table/filter-chips';
import { FilterBar } from '@/components/data-table/filter-bar';
import { ChoiceField } from '@/components/form/choice-field';
import { CONTRACT_KIND_LABELS, CONTRACT_STATE_LABELS } from '@/lib/contracts/labels';
import { CONTRACT_KINDS, type ContractListQuery } from '@/lib/contracts/schema';
import { LIST, withoutFilters } from './list-href';

type ContractFiltersProps = {
  query: ContractListQuery;
  /** To choose from, for who sees contracts of several companies. */
  companies: { id: string; name: string }[] | null;
  chips: Chip[];
  /** Is what lacks an effective key person offered? */
  withUncovered: boolean;
};

const STATES = ['archived', 'all'] as const;

/** Search, company, state, kind, and what lacks an effective key person. */
export function ContractFilters({ query, companies, chips, withUncovered }: ContractFiltersProps) {
  const { q, company, state, kind, uncovered, sort, size } = query;
  return (
    <FilterBar
      path={LIST}
      kept={{
        sort: sort === 'number' ? undefined : sort,
        size: size === 25 ? undefined : size,
      }}
      search={{
        label: 'Search number, name or party',
        placeholder: 'Number, name or party',
        value: q,
      }}
      choices={[
        {
          name: 'state',
          label: 'State',
          any: CONTRACT_STATE_LABELS.open,
          options: STATES.map((value) => ({ value, label: CONTRACT_STATE_LABELS[value] })),
          value: state === 'open' ? undefined : state,
        },
        {
          name: 'kind',
          label: 'Kind',
          any: 'Practice and real',
          options: CONTRACT_KINDS.map((value) => ({ value, label: CONTRACT_KIND_LABELS[value] })),
          value: kind,
        },
        ...(withUncovered
          ? [
              {
                name: 'uncovered',
                label: 'Key persons',
                any: 'Any key persons',
                options: [{ value: '1', label: 'Without an effective one' }],
                value: uncovered,
              },
            ]
          : []),
      ]}
      chips={chips}
      clearHref={withoutFilters(query)}
    >
      {companies ? (
        <div className="w-56 max-sm:w-full">
          <ChoiceField
            key={company}
            bare
            name="company"
            label="Company"
            none="Any company"
            source="/api/people/choices?kind=company"
            first={companies}
            given={companies.find(({ id }) => id === company) ?? null}
          />
        </div>
      ) : null}
    </FilterBar>
  );
}
