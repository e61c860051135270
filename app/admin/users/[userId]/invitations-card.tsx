import {
  CircleCheck,
  CircleSlash2,
  CircleX,
  Clock,
  Eye,
  Send,
  TimerOff,
  type LucideIcon,
} from 'lucide-react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/core/actor';
import { INVITATION_LABELS, PURPOSE_LABELS, type InvitationState } from '@/lib/links/labels';
import type { Invitation } from '@/lib/links/queries';
import type { Person } from '@/lib/users/queries';
import { isOpen } from './confirmation-of';
import { DeedButton } from './deed-button';
import { sendFirstLogin, sendReset } from './deeds';

const LOOKS: Record<InvitationState, { icon: LucideIcon; tone: BadgeTone }> = {
  queued: { icon: Clock, tone: 'pending' },
  sent: { icon: Send, tone: 'info' },
  failed: { icon: CircleX, tone: 'danger' },
  opened: { icon: Eye, tone: 'info' },
  used: { icon: CircleCheck, tone: 'active' },
  expired: { icon: TimerOff, tone: 'neutral' },
  voided: { icon: CircleSlash2, tone: 'neutral' },
};

const AGAIN = { first_login: sendFirstLogin, password_reset: sendReset };

// Not its id, from which its token is made: keys go to the browser.
const keyOf = ({ purpose, at }: Invitation) => `${purpose} ${at.toISOString()}`;

type InvitationsCardProps = { actor: Actor; person: Person; invitations: Invitation[] };

/** The links administrators sent to somebody, newest first, and what became of each. */
export function InvitationsCard({ actor, person, invitations }: InvitationsCardProps) {
  const [newest] = invitations;
  const again = newest && newest.state !== 'used' ? AGAIN[newest.purpose] : undefined;
  const first = [sendFirstLogin, sendReset].find((deed) => isOpen(deed, actor, person));
  const deed = again && isOpen(again, actor, person) ? again : first;
  return (
    <Card>
      <CardHeader
        title="Invitations"
        description="Links that administrators mailed."
        actions={
          deed ? (
            <DeedButton
              deed={deed}
              person={person}
              size="sm"
              {...(deed === again && { label: 'Send again' })}
            />
          ) : null
        }
      />
      <CardBody>
        {newest ? (
          <ul className="divide-y">
            {invitations.map((invitation) => (
              <Row key={keyOf(invitation)} invitation={invitation} />
            ))}
          </ul>
        ) : (
          <p className="text-muted">Nothing was sent so far.</p>
        )}
        {person.profileCompletionOwed && !person.hasControlWord ? (
          <p className="mt-3 text-sm text-muted">
            A first-login mail needs the control word of the company, which has none yet.
          </p>
        ) : null}
      </CardBody>
    </Card>
  );
}

function Row({ invitation }: { invitation: Invitation }) {
  const { purpose, state, at, expiresAt, byName, mailError } = invitation;
  const { icon: Icon, tone } = LOOKS[state];
  const counts = ['queued', 'sent', 'opened'].includes(state);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-medium">{PURPOSE_LABELS[purpose]}</p>
        <p className="text-sm text-muted">
          <Time at={at} /> by {byName ?? 'an administrator'}
          {counts ? (
            <>
              {' '}
              · counts until <Time at={expiresAt} />
            </>
          ) : null}
        </p>
        {mailError ? <p className="text-sm wrap-anywhere text-state-danger">{mailError}</p> : null}
      </div>
      <Badge tone={tone} icon={<Icon aria-hidden />}>
        {INVITATION_LABELS[state]}
      </Badge>
    </li>
  );
}
