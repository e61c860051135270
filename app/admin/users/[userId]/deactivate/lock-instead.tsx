import { ActionForm } from '@/components/form/form';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { Person } from '@/lib/users/queries';
import { lockUserAction } from '../../actions';
import { DeedFields } from '../deed-fields';
import { lock } from '../deeds';
import { LockNotice } from '../lock-notice';

/** What is possible at once: out on their next request, their contracts as they are. */
export function LockInstead({ person }: { person: Person }) {
  return (
    <Card>
      <CardHeader
        title="Lock instead"
        description="Puts them out at once and leaves their contracts as they are. Where nobody else holds the seat, a task names the contract."
      />
      <CardBody>
        {person.lockedAt ? (
          <LockNotice person={person} />
        ) : (
          <ActionForm
            action={lockUserAction}
            hidden={{ userId: person.id }}
            submitLabel={lock.verb}
            submitVariant="danger"
          >
            <DeedFields deed={lock} person={person} />
          </ActionForm>
        )}
      </CardBody>
    </Card>
  );
}
