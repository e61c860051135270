import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Person } from '@/lib/users/queries';
import { factsOf } from './facts';
import { LockNotice } from './lock-notice';

/** Whether someone may enter, and why not. */
export function AccessCard({ person }: { person: Person }) {
  const { account, start, end, timeZone, password, firstLogin, secondFactor } = factsOf(person);
  return (
    <Card>
      <CardHeader title="Access" />
      <CardBody>
        <LockNotice person={person} />
        <DescriptionList
          items={[account, start, end, timeZone, password, firstLogin, secondFactor]}
        />
      </CardBody>
    </Card>
  );
}
