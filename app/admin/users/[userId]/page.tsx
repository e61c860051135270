import type { Metadata } from 'next';
import { AccessAndSecurity } from '@/app/admin/rights/access-and-security';
import { mayChangeRight } from '@/app/admin/rights/may-change-right';
import { PageHeader } from '@/components/ui/page-header';
import { holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { invitationsOf } from '@/lib/links/queries';
import { membershipsOf } from '@/lib/people/queries';
import { liveSessionsOf } from '@/lib/sessions/queries';
import { getPerson } from '@/lib/users/queries';
import { userReference } from '@/lib/users/schema';
import { timelineOf } from '@/lib/users/timeline';
import { AccessCard } from './access-card';
import { PersonTabs } from './contracts/person-tabs';
import { InvitationsCard } from './invitations-card';
import { MembershipsCard } from './memberships-card';
import { PersonActions } from './person-actions';
import { PersonTitle } from './person-title';
import { ProfileCard } from './profile-card';
import { SessionsCard } from './sessions-card';
import { StatusBadges } from './status-badges';
import { Timeline } from './timeline';

export const metadata: Metadata = { title: 'User' };

export default adminPage('users.read', async (actor, { params }) => {
  const { userId } = parse(userReference, await params);
  const person = await getPerson(actor, userId);
  const [memberships, sessions, invitations, timeline] = await Promise.all([
    membershipsOf(actor, userId),
    liveSessionsOf(userId),
    invitationsOf(actor, userId),
    timelineOf(actor, userId),
  ]);
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <>
      <PageHeader
        title={<PersonTitle person={person} />}
        description={<StatusBadges person={person} />}
        actions={<PersonActions actor={actor} person={person} />}
        breadcrumbs={[{ label: 'Users', href: '/admin/users' }, { label: name }]}
      />
      <PersonTabs userId={person.id} tab="profile" />
      <div className="grid gap-4 lg:grid-cols-2">
        <ProfileCard person={person} />
        <AccessCard person={person} />
        <AccessAndSecurity
          holder={person}
          seesRights={holds(actor, 'rights.read')}
          changeHref={mayChangeRight(actor, person) ? `/admin/users/${person.id}/edit` : undefined}
        />
        <MembershipsCard memberships={memberships} />
        <SessionsCard actor={actor} person={person} sessions={sessions} />
        <InvitationsCard actor={actor} person={person} invitations={invitations} />
        <Timeline entries={timeline} />
      </div>
    </>
  );
});
