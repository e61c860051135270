import type { Chip } from '@/components/data-table/filter-chips';
import { CONTRACT_KIND_LABELS, CONTRACT_STATE_LABELS } from '@/lib/contracts/labels';
import type { ContractListQuery } from '@/lib/contracts/schema';
import { listHref } from './list-href';

/** Every filter in force in words, each with the address of the list without it. */
export function chipsOf(query: ContractListQuery, companyName: string | undefined): Chip[] {
  const { q, company, state, kind, uncovered } = query;
  const chips: Chip[] = [];
  const add = (label: string, value: string, change: Partial<ContractListQuery>) =>
    chips.push({ label, value, href: listHref(query, { ...change, page: 1 }) });

  if (q) add('Search', q, { q: '' });
  if (company) add('Company', companyName ?? 'unknown', { company: undefined });
  if (state !== 'open') add('State', CONTRACT_STATE_LABELS[state], { state: 'open' });
  if (kind) add('Kind', CONTRACT_KIND_LABELS[kind], { kind: undefined });
  if (uncovered) add('Key persons', 'None effective', { uncovered: undefined });
  return chips;
}
