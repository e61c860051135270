import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { SessionList } from '@/components/ui/session-list';
import { can } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import type { SessionRow } from '@/lib/sessions/queries';
import type { Person } from '@/lib/users/queries';
import { endSessionsAction } from '../actions';

type SessionsCardProps = { actor: Actor; person: Person; sessions: SessionRow[] };

/** Where somebody is signed in now. */
export function SessionsCard({ actor, person, sessions }: SessionsCardProps) {
  const mayEnd =
    sessions.length > 0 && person.id !== actor.userId && can(actor, 'users.end-sessions', person);
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <Card>
      <CardHeader
        title="Sessions"
        actions={
          mayEnd ? (
            <ConfirmDialog
              trigger={<Button size="sm">End all sessions</Button>}
              title="End all sessions"
              description="They are signed out everywhere at once and may sign in again."
              people={[name]}
              verb="End all sessions"
              action={endSessionsAction}
              hidden={{ userId: person.id }}
            />
          ) : null
        }
      />
      <CardBody>
        {sessions.length > 0 ? (
          <SessionList sessions={sessions} />
        ) : (
          <p className="text-muted">Not signed in anywhere.</p>
        )}
      </CardBody>
    </Card>
  );
}
