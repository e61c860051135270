import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { PageHeader } from '@/components/ui/page-header';
import { Notice } from '@/components/ui/notice';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { restorePreview } from '@/lib/snapshots/queries';
import { getPerson, type Person } from '@/lib/users/queries';
import { userReference } from '@/lib/users/schema';
import { resetUserAction, restoreUserAction } from '../../actions';
import { RestoreList } from './restore-list';
import { Way } from './way';

export const metadata: Metadata = { title: 'Activate User' };

// The two ways back (spec §9), each with what it will do before its button.
export default adminPage('users.deactivate', async (actor, { params }) => {
  const { userId } = parse(userReference, await params);
  const person = await getPerson(actor, userId);
  const address = `/admin/users/${userId}`;
  if (person.isActive) redirect(address);
  if (person.id === actor.userId || !can(actor, 'users.deactivate', person)) forbidden();
  const preview = await restorePreview(actor, userId);
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <>
      <PageHeader
        title={`Activate ${name}`}
        description="Neither way brings back sessions or links, and a lock stays until somebody unlocks it."
        breadcrumbs={[
          { label: 'Users', href: '/admin/users' },
          { label: name, href: address },
          { label: 'Activate' },
        ]}
      />
      {person.lockedAt ? (
        <Notice tone="warning" className="mb-4" title="Locked as well">
          They stay out until they are unlocked too.
        </Notice>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Way
          title="Restore"
          description="Activates the account and puts back what its deactivation took."
          action={restoreUserAction}
          userId={userId}
          passed={passedEnd(person)}
        >
          <RestoreList preview={preview} />
        </Way>
        <Way
          title="Reset"
          description="Activates the account and nothing else."
          action={resetUserAction}
          userId={userId}
          passed={passedEnd(person)}
        >
          <p className="text-muted">
            Every assignment on a contract stays inactive, and no role or group comes back.
          </p>
        </Way>
      </div>
    </>
  );
});

const passedEnd = ({ endDate, today }: Person) =>
  endDate !== null && endDate < today ? endDate : undefined;
