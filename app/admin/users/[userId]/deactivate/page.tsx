import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { seatsOf } from '@/lib/contracts/seats';
import { successorsFor } from '@/lib/contracts/assignments/queries';
import { getPerson } from '@/lib/users/queries';
import { userReference } from '@/lib/users/schema';
import { deactivateUserAction } from '../../actions';
import { isOpen } from '../confirmation-of';
import { deactivate } from '../deeds';
import { LockInstead } from './lock-instead';
import { ReplaceForm } from './replace-form';
import { refsOf } from './refs-of';

export const metadata: Metadata = { title: 'Deactivate User' };

// Where the button of a key person leads: why not, who takes over, and what is possible instead.
export default adminPage('users.deactivate', async (actor, { params }) => {
  const { userId } = parse(userReference, await params);
  const person = await getPerson(actor, userId);
  const address = `/admin/users/${userId}`;
  if (!person.isActive) redirect(address);
  if (!isOpen(deactivate, actor, person)) forbidden();
  const held = await seatsOf(actor, [userId]);
  const successors = await successorsFor(actor, refsOf(held.seats));
  const name = `${person.firstName} ${person.lastName}`;
  const isKey = held.seats.length + held.elsewhere > 0;
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title={`Deactivate ${name}`}
        description={
          isKey
            ? 'A key person of open contracts cannot be deactivated before somebody else has their seats.'
            : deactivate.text
        }
        breadcrumbs={[
          { label: 'Users', href: '/admin/users' },
          { label: name, href: address },
          { label: 'Deactivate' },
        ]}
      />
      {isKey ? (
        <div className="grid gap-4">
          <ReplaceForm person={person} held={held} successors={successors} />
          <LockInstead person={person} />
        </div>
      ) : (
        <Card>
          <CardHeader title="Deactivate" description="They hold no seat of a key person." />
          <CardBody>
            <ActionForm
              action={deactivateUserAction}
              hidden={{ userId }}
              submitLabel={deactivate.verb}
              submitVariant="danger"
              cancel={<ButtonLink href={address}>Cancel</ButtonLink>}
            />
          </CardBody>
        </Card>
      )}
    </div>
  );
});
