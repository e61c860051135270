import { holds, type Holder } from '@/lib/access/rights';

/** Where somebody begins: at what they administer, else at what is theirs. */
export function startPage(holder: Holder): string {
  if (holds(holder, 'users.read')) return '/admin/users';
  return holds(holder, 'contracts.read') ? '/admin/contracts' : '/personal-cabinet';
}
