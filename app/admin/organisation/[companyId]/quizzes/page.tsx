import { ListChecks, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { companyReference } from '@/lib/organisation/schema';
import { countQuizzes, listQuizzes } from '@/lib/quizzes/queries';
import { quizListQuery, type QuizListQuery } from '@/lib/quizzes/schema';
import { CompanyHeader } from '../../company-header';
import { listHref } from '../../list-href';
import { NamedPages } from '../../named-pages';
import { SearchBar } from '../../search-bar';
import { columns } from './columns';

export const metadata: Metadata = { title: 'Quizzes' };

export default adminPage('quizzes.read', async (actor, { params, searchParams }) => {
  const { companyId } = parse(companyReference, await params);
  const query = parseQuery(quizListQuery, await searchParams);
  const company = await getCompany(actor, companyId);
  const [rows, total] = await Promise.all([
    listQuizzes(actor, companyId, query),
    countQuizzes(actor, companyId, query),
  ]);
  const path = `/admin/organisation/${companyId}/quizzes`;
  const create = can(actor, 'quizzes.update', { companyId }) ? <CreateQuiz path={path} /> : null;
  return (
    <>
      <CompanyHeader actor={actor} company={company} tab="quizzes" actions={create} />
      {total > query.size || query.q ? (
        <SearchBar path={path} label="Search quizzes" query={query} />
      ) : null}
      <DataTable
        caption="Quizzes"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${path}/${id}`}
        empty={<Nothing path={path} query={query} create={create} />}
      />
      <NamedPages path={path} query={query} total={total} />
    </>
  );
});

const CreateQuiz = ({ path }: { path: string }) => (
  <ButtonLink href={`${path}/new`} variant="primary">
    <Plus aria-hidden /> Create Quiz
  </ButtonLink>
);

type NothingProps = { path: string; query: QuizListQuery; create: ReactNode };

function Nothing({ path, query, create }: NothingProps) {
  if (query.page > 1) {
    const firstHref = listHref(path, query, { page: 1 });
    return <EmptyPage icon={<ListChecks aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return query.q ? (
    <EmptyState
      icon={<ListChecks aria-hidden />}
      title="Nothing matches"
      text={`No title here has “${query.q}” in it.`}
      action={<ButtonLink href={path}>Show all quizzes</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<ListChecks aria-hidden />}
      title="No quizzes yet"
      text="A quiz has questions with right answers and a pass mark, and is assigned to people."
      action={create}
    />
  );
}
