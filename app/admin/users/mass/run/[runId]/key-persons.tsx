import Link from 'next/link';
import { ActionForm } from '@/components/form/form';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { holds } from '@/lib/access/rights';
import { listPeople, type Run, type Sums } from '@/lib/bulk/queries';
import { runQuery } from '@/lib/bulk/schema';
import type { Actor } from '@/lib/core/actor';
import { usersText } from '../../users-text';
import { lockKeyPersonsAction } from '../../actions';
import { runHref } from '../../hrefs';

const asked = runQuery.parse({ outcome: 'key-person' });

type KeyPersonsProps = { actor: Actor; run: Run; sums: Sums };

/** The key persons who cannot be deactivated, by name, and what is possible instead (spec §8, §9). */
export async function KeyPersons({ actor, run, sums }: KeyPersonsProps) {
  const count = sums['key-person'] ?? 0;
  if (count === 0 || run.change.field !== 'active') return null;
  const people = await listPeople(actor, run, asked);
  const rest = count - people.length;
  return (
    <Card className="mb-4">
      <CardHeader
        title={
          count === 1
            ? '1 key person cannot be deactivated'
            : `${count.toLocaleString('en')} key persons cannot be deactivated`
        }
        description="They are approver or named manager of an open contract. Replace them from their page or the contract’s first."
      />
      <CardBody>
        <ul className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
          {people.map(({ userId, name }) => (
            <li key={userId}>
              {name ? (
                <Link
                  href={`/admin/users/${userId}/deactivate`}
                  className="underline underline-offset-2"
                >
                  {name}
                </Link>
              ) : (
                <span className="text-muted">Not in your scope, or gone</span>
              )}
            </li>
          ))}
          {rest > 0 ? (
            <li>
              <Link
                href={runHref(run.id, asked)}
                className="text-muted underline underline-offset-2"
              >
                and {rest.toLocaleString('en')} more
              </Link>
            </li>
          ) : null}
        </ul>
        {holds(actor, 'users.lock') ? (
          <ActionForm
            action={lockKeyPersonsAction}
            hidden={{ runId: run.id }}
            submitLabel={`Lock ${usersText(count)} instead`}
            submitVariant="secondary"
            className="-mt-5"
          />
        ) : null}
      </CardBody>
    </Card>
  );
}
