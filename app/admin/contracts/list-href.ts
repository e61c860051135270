import { hrefOf } from '@/components/data-table/href';
import { contractListQuery, type ContractListQuery } from '@/lib/contracts/schema';

const defaults = contractListQuery.parse({});

export const LIST = '/admin/contracts';

/** The address of the list for a question, with what differs from the defaults. */
export const listHref = (
  query: ContractListQuery,
  change: Partial<ContractListQuery> = {},
): string => hrefOf(LIST, defaults, query, change);

/** The list without any filter, in the order and size of page it has. */
export const withoutFilters = ({ sort, size }: ContractListQuery): string =>
  listHref({ ...defaults, sort, size });

/** The page of a contract. */
export const contractHref = (contractId: string): string => `${LIST}/${contractId}`;
