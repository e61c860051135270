import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Person } from '@/lib/users/queries';
import { factsOf } from './facts';

/** Who someone is. */
export function ProfileCard({ person }: { person: Person }) {
  const { email, phone, company, department, position, colour, created, activity } =
    factsOf(person);
  return (
    <Card>
      <CardHeader title="Profile" />
      <CardBody>
        <DescriptionList
          items={[email, phone, company, department, position, colour, created, activity]}
        />
      </CardBody>
    </Card>
  );
}
