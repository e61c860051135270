import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { SessionList } from '@/components/ui/session-list';
import type { SessionRow } from '@/lib/sessions/queries';
import { endOtherSessionsAction, endSessionAction } from './actions';

type OwnSessionsProps = { sessions: SessionRow[]; currentId: string };

/** Where one is signed in, and the buttons to end what one does not know. */
export function OwnSessions({ sessions, currentId }: OwnSessionsProps) {
  return (
    <Card>
      <CardHeader
        title="Sessions"
        description="Where you are signed in. End what you do not recognise."
        actions={
          sessions.length > 1 ? (
            <ConfirmDialog
              trigger={<Button size="sm">End all others</Button>}
              title="End all other sessions"
              description="Every browser but this one is signed out at once."
              verb="End all others"
              action={endOtherSessionsAction}
            />
          ) : null
        }
      />
      <CardBody>
        <SessionList
          sessions={sessions}
          currentId={currentId}
          action={({ id, device }) =>
            id === currentId ? null : (
              <ConfirmDialog
                trigger={
                  <Button size="sm" aria-label={`End session: ${device}`}>
                    End
                  </Button>
                }
                title="End this session"
                description={`${device} is signed out at once.`}
                verb="End session"
                action={endSessionAction}
                hidden={{ sessionId: id }}
              />
            )
          }
        />
      </CardBody>
    </Card>
  );
}
