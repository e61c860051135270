import { Mail } from 'lucide-react';
import type { Metadata } from 'next';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countFailed, countMails, listMails } from '@/lib/mail/queries';
import { mailListQuery, type MailListQuery } from '@/lib/mail/schema';
import { columns } from './columns';
import { MailFilters } from './mail-filters';
import { listHref } from './list-href';
import { RetryAll } from './retry';

export const metadata: Metadata = { title: 'Mail' };

export default adminPage('mail.read', async (actor, { searchParams }) => {
  const query = parseQuery(mailListQuery, await searchParams);
  const mayRetry = holds(actor, 'mail.retry');
  const [rows, total, failed] = await Promise.all([
    listMails(actor, query),
    countMails(actor, query),
    mayRetry ? countFailed(actor, query) : 0,
  ]);
  return (
    <>
      <PageHeader
        title="Mail"
        count={total.toLocaleString('en')}
        actions={failed > 0 ? <RetryAll failed={failed} q={query.q} /> : null}
      />
      <MailFilters query={query} />
      <DataTable
        caption="Mail"
        columns={columns(mayRetry)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => (row.userId ? `/admin/users/${row.userId}` : null)}
        empty={<Nothing query={query} />}
      />
      <Pagination
        page={query.page}
        pageSize={query.size}
        total={total}
        hrefFor={(page) => listHref(query, { page })}
        hrefForSize={(size) => listHref(query, { size, page: 1 })}
      />
    </>
  );
});

function Nothing({ query }: { query: MailListQuery }) {
  if (query.page > 1) {
    const firstHref = listHref(query, { page: 1 });
    return <EmptyPage icon={<Mail aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return query.q || query.state ? (
    <EmptyState
      icon={<Mail aria-hidden />}
      title="No mail matches"
      text="No mail in your scope matches this search and this filter."
      action={<ButtonLink href="/admin/mail">Show all mail</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<Mail aria-hidden />}
      title="No mail yet"
      text="Invitations, password links and security notices are listed here, with what became of them."
    />
  );
}
