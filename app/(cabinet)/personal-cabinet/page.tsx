import type { Metadata } from 'next';
import { AccessAndSecurity } from '@/app/admin/rights/access-and-security';
import { Avatar } from '@/components/ui/avatar';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { holds } from '@/lib/access/rights';
import { cabinetPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { photoAddress } from '@/lib/photos/policy';
import { liveSessionsOf } from '@/lib/sessions/queries';
import { getOwnProfile, getOwnSecurity } from '@/lib/users/queries';
import { cabinetQuery, MOST_ACTIVITY } from '@/lib/users/schema';
import { ownActivity } from '@/lib/users/timeline';
import { OwnActivity } from './own-activity';
import { OwnPhoto } from './own-photo';
import { OwnProfile } from './own-profile';
import { OwnSecurity } from './own-security';
import { OwnSessions } from './own-sessions';

export const metadata: Metadata = { title: 'Personal cabinet' };

const STEP = 20;

export default cabinetPage(async (actor, { searchParams }) => {
  const { notice, activity } = parseQuery(cabinetQuery, await searchParams);
  const shown = activity * STEP;
  const [profile, security, sessions, events] = await Promise.all([
    getOwnProfile(actor.userId),
    getOwnSecurity(actor.userId),
    liveSessionsOf(actor.userId),
    ownActivity(actor, shown + 1),
  ]);
  const more = events.length > shown && activity < MOST_ACTIVITY;
  const name = `${profile.firstName} ${profile.lastName}`;
  const face = {
    name,
    colour: profile.colour,
    photoUrl: photoAddress(actor.userId, profile.photo),
  };
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
            <Avatar {...face} />
            {name}
          </span>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          <OwnProfile profile={profile} />
          <OwnPhoto {...face} />
        </div>
        <div className="grid min-w-0 gap-4">
          <OwnSecurity security={security} source={profile.source} />
          {actor.isStaff ? (
            <AccessAndSecurity holder={actor} seesRights={holds(actor, 'rights.read')} />
          ) : null}
          <OwnSessions sessions={sessions} currentId={actor.sessionId} />
          <OwnActivity
            events={events.slice(0, shown)}
            moreHref={more ? `/personal-cabinet?activity=${activity + 1}` : undefined}
          />
        </div>
      </div>
    </>
  );
});
