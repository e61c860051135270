import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { SessionList } from '@/components/ui/session-list';
import type { Actor } from '@/lib/core/actor';
import type { SessionRow } from '@/lib/sessions/queries';
import type { Person } from '@/lib/users/queries';
import { endSessionAction } from '../actions';
import { isOpen } from './confirmation-of';
import { DeedButton } from './deed-button';
import { endSessions } from './deeds';

type SessionsCardProps = { actor: Actor; person: Person; sessions: SessionRow[] };

/** Where somebody is signed in now. */
export function SessionsCard({ actor, person, sessions }: SessionsCardProps) {
  const mayEnd = sessions.length > 0 && isOpen(endSessions, actor, person);
  return (
    <Card>
      <CardHeader
        title="Sessions"
        actions={mayEnd ? <DeedButton deed={endSessions} person={person} size="sm" /> : null}
      />
      <CardBody>
        {sessions.length > 0 ? (
          <SessionList
            sessions={sessions}
            action={({ id, device }) =>
              mayEnd ? (
                <ConfirmDialog
                  trigger={
                    <Button size="sm" aria-label={`End session: ${device}`}>
                      End
                    </Button>
                  }
                  title="End this session"
                  description={`${device} is signed out at once. They may sign in again.`}
                  people={[`${person.firstName} ${person.lastName}`]}
                  verb="End session"
                  action={endSessionAction}
                  hidden={{ sessionId: id, userId: person.id }}
                />
              ) : null
            }
          />
        ) : (
          <p className="text-muted">Not signed in anywhere.</p>
        )}
      </CardBody>
    </Card>
  );
}
