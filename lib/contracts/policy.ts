import { can, holds, type Holder } from '@/lib/access/rights';

type Contract = { companyId: string; archivedAt: Date | null };

/** May the holder open contracts, of their own company unless they are of all? */
export const mayCreateContracts = (holder: Holder): boolean => holds(holder, 'contracts.create');

/** May the holder edit or archive it? An archived contract is changed once it is open again. */
export const mayChangeContract = (holder: Holder, contract: Contract): boolean =>
  contract.archivedAt === null && can(holder, 'contracts.update', contract);

/** May the holder open it again? */
export const mayReopenContract = (holder: Holder, contract: Contract): boolean =>
  contract.archivedAt !== null && can(holder, 'contracts.update', contract);

/** The history tells of all companies' people: not for whoever acts on party 2 alone (spec §11). */
export const maySeeHistory = (holder: Holder): boolean => holds(holder, 'users.read');
