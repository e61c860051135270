import { FilePlus2, FileText } from 'lucide-react';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ContractListQuery } from '@/lib/contracts/schema';
import { listHref, withoutFilters } from './list-href';

/** Leads to the form of a new contract. */
export const CreateContract = () => (
  <ButtonLink href="/admin/contracts/new" variant="primary">
    <FilePlus2 aria-hidden /> Create Contract
  </ButtonLink>
);

type NoContractsProps = { query: ContractListQuery; filtered: boolean; mayCreate: boolean };

/** Why the list is empty, and what to do next. */
export function NoContracts({ query, filtered, mayCreate }: NoContractsProps) {
  const icon = <FileText aria-hidden />;
  if (query.page > 1) {
    return <EmptyPage icon={icon} page={query.page} firstHref={listHref(query, { page: 1 })} />;
  }
  if (filtered) {
    return (
      <EmptyState
        icon={icon}
        title="No contract matches"
        text="No contract in your scope matches this search and these filters. Remove one, or begin anew."
        action={<ButtonLink href={withoutFilters(query)}>Show open contracts</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title="No open contract"
      text={
        mayCreate
          ? 'Create the first one, then put people on it. Archived ones are found by the filter State.'
          : 'Contracts that you may see are listed here once there are any.'
      }
      action={mayCreate ? <CreateContract /> : null}
    />
  );
}
