import type { Metadata } from 'next';
import { Avatar } from '@/components/ui/avatar';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { cabinetPage } from '@/lib/auth/page';
import { liveSessionsOf } from '@/lib/sessions/queries';
import { getOwnProfile } from '@/lib/users/queries';
import { OwnSessions } from './own-sessions';

export const metadata: Metadata = { title: 'Personal cabinet' };

export default cabinetPage(async (actor, { searchParams }) => {
  const { notice } = await searchParams;
  const [profile, sessions] = await Promise.all([
    getOwnProfile(actor.userId),
    liveSessionsOf(actor.userId),
  ]);
  const name = `${profile.firstName} ${profile.lastName}`;
  return (
    <>
      {notice === 'staff-only' ? (
        <Notice tone="warning" className="mb-4">
          The administration is for staff. This is your own cabinet.
        </Notice>
      ) : null}
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <Avatar name={name} colour={profile.colour} />
            {name}
          </span>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <CardHeader title="Profile" description="Your administrator keeps it." />
          <CardBody>
            <DescriptionList
              items={[
                { label: 'E-mail', value: profile.email },
                { label: 'Phone', value: profile.phone },
                { label: 'Company', value: profile.company },
                { label: 'Department', value: profile.department },
                { label: 'Position', value: profile.position },
              ]}
            />
          </CardBody>
        </Card>
        <OwnSessions sessions={sessions} currentId={actor.sessionId} />
      </div>
    </>
  );
});
