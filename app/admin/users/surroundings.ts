import type { Actor } from '@/lib/core/actor';
import { firstChoices } from '@/lib/organisation/filter-choices';
import { listViews } from '@/lib/saved-views/queries';
import { filterNames } from '@/lib/users/filter-names';
import type { UserListQuery } from '@/lib/users/schema';
import { chipsOf } from './chips';
import { chosenDisplay } from './display';

/** What surrounds the rows: choices and names of the filters, saved views, columns, chips. */
export async function surroundings(actor: Actor, query: UserListQuery) {
  const home = actor.right === 'superuser' ? null : actor.companyId;
  const { company = home ?? undefined, department } = query;
  const [first, names, views, display] = await Promise.all([
    firstChoices(actor, { company, department }),
    filterNames(actor, query),
    listViews(actor),
    chosenDisplay(),
  ]);
  return { home, first, names, views, display, chips: chipsOf(query, names) };
}
