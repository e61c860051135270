import { Bookmark, Columns3 } from 'lucide-react';
import type { Metadata } from 'next';
import { DisplaySheet } from '@/components/data-table/display-sheet';
import { FilterChips } from '@/components/data-table/filter-chips';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parseQuery, type SearchParams } from '@/lib/auth/parse';
import type { Actor } from '@/lib/core/actor';
import { env } from '@/lib/core/env';
import { logger } from '@/lib/core/logger';
import { countUsers, listUsers, type UserListPage } from '@/lib/users/queries';
import { userListQuery, type UserListQuery } from '@/lib/users/schema';
import { BulkBar } from './bulk-bar';
import { withoutFilters } from './chips';
import { hideable } from './columns';
import { DeactivateResults } from './deactivate-results';
import { ExportUsersButton } from './export-button';
import { ImportLink } from './import/import-link';
import { listHref, questionOf } from './list-href';
import { CreateUser, Nobody } from './nobody';
import { Count, Pages } from './pages';
import { lookedAt } from './quick-look/looked-at';
import { QuickLook } from './quick-look/quick-look';
import { surroundings } from './surroundings';
import { UserFilters } from './user-filters';
import { UserTable } from './user-table';
import { ViewsSheet } from './views/views-sheet';

export const metadata: Metadata = { title: 'Users' };

/** A form sent before any script names each tick by itself. */
const asAsked = ({ status, ...given }: SearchParams): SearchParams => ({
  ...given,
  status: Array.isArray(status) ? status.join(',') : status,
});

/** How many match; null where the database took too long, for the rows are worth showing alone. */
async function counted(
  actor: Actor,
  query: UserListQuery,
  listed: Promise<UserListPage>,
): Promise<number | null> {
  try {
    return (await listed).total ?? (await countUsers(actor, query));
  } catch (error) {
    logger().warn({ error: String(error) }, 'the list was not counted');
    return null;
  }
}

// The rows do not wait for the count, which may take longer where they do not tell it.
export default adminPage('users.read', async (actor, { searchParams }) => {
  const { look, ...asked } = await searchParams;
  const query = parseQuery(userListQuery, asAsked(asked));
  const listed = listUsers(actor, query);
  const total = counted(actor, query, listed);
  const [{ rows }, around, looked] = await Promise.all([
    listed,
    surroundings(actor, query),
    lookedAt(actor, look),
  ]);
  const { home, views, display, chips } = around;
  const mayCreate = holds(actor, 'users.create');
  const mayUpdate = holds(actor, 'users.update');
  const mayDeactivate = mayUpdate && holds(actor, 'users.deactivate');
  const question = questionOf(query);
  const mayExport = holds(actor, 'users.export');
  return (
    <>
      <PageHeader
        title="Users"
        count={<Count total={total} />}
        actions={
          <>
            {mayExport ? <ExportUsersButton question={question} /> : null}
            {holds(actor, 'users.import') ? <ImportLink /> : null}
            {mayCreate ? <CreateUser /> : null}
          </>
        }
      />
      <div className="mb-3 grid gap-2" data-print="hide">
        <div className="flex flex-wrap items-center gap-2">
          <UserFilters query={query} {...around} />
          <Button popoverTarget="views">
            <Bookmark aria-hidden /> Views
          </Button>
          <Button popoverTarget="display">
            <Columns3 aria-hidden /> Display
          </Button>
        </div>
        <FilterChips chips={chips} clearHref={withoutFilters(query)}>
          {mayDeactivate && rows.length > 0 ? <DeactivateResults question={question} /> : null}
        </FilterChips>
      </div>
      <UserTable
        query={query}
        rows={rows}
        display={display}
        selects={mayUpdate}
        looked={looked?.person.id}
        empty={<Nobody query={query} filtered={chips.length > 0} mayCreate={mayCreate} />}
      />
      <Pages query={query} total={total} />
      {mayUpdate && rows.length > 0 ? (
        <BulkBar
          key={listHref(query)}
          question={question}
          total={total}
          mayDeactivate={mayDeactivate}
          mayExport={mayExport}
        />
      ) : null}
      {looked ? <QuickLook actor={actor} query={query} rows={rows} {...looked} /> : null}
      <ViewsSheet
        views={views}
        question={question}
        audience={home ? 'the administrators of your company' : 'all administrators'}
        origin={env().APP_URL}
      />
      <DisplaySheet columns={hideable} hidden={display.hidden} density={display.density} />
    </>
  );
});
