import { CircleCheck, CircleSlash2, KeyRound, LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Field } from '@/components/form/field';
import { PasswordFields } from '@/components/form/password-fields';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Textarea } from '@/components/ui/textarea';
import { can } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import type { Person } from '@/lib/users/queries';
import {
  activateUserAction,
  deactivateUserAction,
  lockUserAction,
  setPasswordAction,
  unlockUserAction,
} from '../actions';

type Concerned = { name: string; userId: string };

/** What may be done to a person in their present state by this actor; nothing to oneself. */
export function PersonActions({ actor, person }: { actor: Actor; person: Person }) {
  if (person.id === actor.userId) return null;
  const concerned = { name: `${person.firstName} ${person.lastName}`, userId: person.id };
  return (
    <>
      {person.source === 'local' && can(actor, 'users.set-password', person) ? (
        <SetPassword {...concerned} />
      ) : null}
      {can(actor, 'users.deactivate', person) ? (
        person.isActive ? (
          <Deactivate {...concerned} />
        ) : (
          <Activate {...concerned} />
        )
      ) : null}
      {can(actor, 'users.lock', person) ? (
        person.lockedAt ? (
          <Unlock {...concerned} />
        ) : (
          <Lock {...concerned} />
        )
      ) : null}
    </>
  );
}

const Lock = ({ name, userId }: Concerned) => (
  <ConfirmDialog
    trigger={
      <Button variant="danger">
        <LockKeyhole aria-hidden /> Lock
      </Button>
    }
    title="Lock user"
    description="They are put out on their next request and cannot sign in until somebody unlocks them. Their contracts stay as they are."
    people={[name]}
    verb="Lock user"
    action={lockUserAction}
    hidden={{ userId }}
  >
    <Field
      label="Reason"
      name="reason"
      required
      hint="Kept in the audit and shown to administrators."
    >
      <Textarea rows={2} maxLength={500} />
    </Field>
  </ConfirmDialog>
);

const Unlock = ({ name, userId }: Concerned) => (
  <ConfirmDialog
    trigger={
      <Button variant="primary">
        <LockKeyholeOpen aria-hidden /> Unlock
      </Button>
    }
    title="Unlock user"
    description="They may sign in again, as far as dates and activation allow. No session comes back."
    people={[name]}
    verb="Unlock user"
    tone="primary"
    action={unlockUserAction}
    hidden={{ userId }}
  />
);

const Deactivate = ({ name, userId }: Concerned) => (
  <ConfirmDialog
    trigger={
      <Button>
        <CircleSlash2 aria-hidden /> Deactivate
      </Button>
    }
    title="Deactivate user"
    description="They are put out on their next request and stay out until somebody activates them."
    people={[name]}
    verb="Deactivate user"
    action={deactivateUserAction}
    hidden={{ userId }}
  />
);

const Activate = ({ name, userId }: Concerned) => (
  <ConfirmDialog
    trigger={
      <Button>
        <CircleCheck aria-hidden /> Activate
      </Button>
    }
    title="Activate user"
    description="The account counts again. A lock stays, and so do the dates."
    people={[name]}
    verb="Activate user"
    tone="primary"
    action={activateUserAction}
    hidden={{ userId }}
  />
);

const SetPassword = ({ name, userId }: Concerned) => (
  <ConfirmDialog
    trigger={
      <Button>
        <KeyRound aria-hidden /> Set password
      </Button>
    }
    title="Set password"
    description="The old password stops working and all their sessions end."
    people={[name]}
    verb="Set password"
    tone="primary"
    action={setPasswordAction}
    hidden={{ userId }}
  >
    <PasswordFields />
    <Checkbox name="forceChange" label="Force change at next login" defaultChecked />
  </ConfirmDialog>
);
