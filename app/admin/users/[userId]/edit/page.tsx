import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { companyOffer } from '@/lib/organisation/choices';
import { companyChoices } from '@/lib/organisation/queries';
import { getStanding, membershipsOf } from '@/lib/people/queries';
import { editQuery } from '@/lib/people/schema';
import { photoAddress } from '@/lib/photos/policy';
import { getPerson } from '@/lib/users/queries';
import { userReference } from '@/lib/users/schema';
import { CompanyChooser } from '../../person-form/company-chooser';
import { PersonForm } from '../../person-form/person-form';
import { MoveNotice } from './move-notice';

export const metadata: Metadata = { title: 'Edit User' };

export default adminPage('users.update', async (actor, { params, searchParams }) => {
  const { userId } = parse(userReference, await params);
  const { company, q } = parseQuery(editQuery, await searchParams);
  const person = await getPerson(actor, userId);
  if (!can(actor, 'users.update', person)) forbidden();
  const companyId = company ?? person.companyId;
  const [standing, memberships, offer, all] = await Promise.all([
    getStanding(actor, userId),
    membershipsOf(actor, userId),
    companyId ? companyOffer(actor, companyId) : null,
    companyChoices(actor, { q }),
  ]);
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title={`Edit ${name}`}
        description="Password, lock and sessions are on the person’s page."
        breadcrumbs={[
          { label: 'Users', href: '/admin/users' },
          { label: name, href: `/admin/users/${userId}` },
          { label: 'Edit' },
        ]}
      />
      {actor.right === 'superuser' && person.id !== actor.userId ? (
        <CompanyChooser
          path={`/admin/users/${userId}/edit`}
          kept={{ company }}
          chosen={offer}
          choices={all}
          q={q}
          change={person.companyId ? 'Move to another company' : 'Choose a company'}
        />
      ) : null}
      {offer && person.companyId && offer.id !== person.companyId ? (
        <MoveNotice person={person} memberships={memberships} to={offer.name} />
      ) : null}
      <PersonForm
        actor={actor}
        userId={userId}
        standing={standing}
        offer={offer}
        photoUrl={photoAddress(person.id, person.photo)}
        groupIds={memberships.groups.map(({ id }) => id)}
      />
    </div>
  );
});
