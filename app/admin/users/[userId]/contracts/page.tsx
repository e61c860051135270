import type { Metadata } from 'next';
import { AssignmentsList } from '@/app/admin/contracts/[contractId]/people/assignments-list';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { contractsOf, countElsewhere } from '@/lib/contracts/assignments/queries';
import { assignmentListQuery } from '@/lib/contracts/assignments/schema';
import { getPerson } from '@/lib/users/queries';
import { userReference } from '@/lib/users/schema';
import { PersonTitle } from '../person-title';
import { StatusBadges } from '../status-badges';
import { PersonTabs } from './person-tabs';

export const metadata: Metadata = { title: 'Contracts of a user' };

export default adminPage('users.read', async (actor, { params, searchParams }) => {
  const { userId } = parse(userReference, await params);
  const query = parseQuery(assignmentListQuery, await searchParams);
  const person = await getPerson(actor, userId);
  const [page, elsewhere] = await Promise.all([
    contractsOf(actor, userId, query),
    countElsewhere(actor, userId),
  ]);
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <>
      <PageHeader
        title={<PersonTitle person={person} />}
        description={<StatusBadges person={person} />}
        breadcrumbs={[
          { label: 'Users', href: '/admin/users' },
          { label: name, href: `/admin/users/${userId}` },
          { label: 'Contracts' },
        ]}
      />
      <PersonTabs userId={userId} tab="contracts" />
      <AssignmentsList
        actor={actor}
        about="person"
        path={`/admin/users/${userId}/contracts`}
        query={query}
        page={page}
      />
      {elsewhere > 0 ? (
        <p className="mt-3 text-muted">
          {elsewhere === 1
            ? 'One more contract belongs to another company.'
            : `${elsewhere.toLocaleString('en')} more contracts belong to other companies.`}
        </p>
      ) : null}
    </>
  );
});
