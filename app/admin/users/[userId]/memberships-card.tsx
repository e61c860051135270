import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Memberships } from '@/lib/people/queries';
import { membershipFacts } from './membership-facts';

/** The roles, groups and quizzes of a person. */
export const MembershipsCard = ({ memberships }: { memberships: Memberships }) => (
  <Card>
    <CardHeader title="Roles, groups and quizzes" />
    <CardBody>
      <DescriptionList items={membershipFacts(memberships)} />
    </CardBody>
  </Card>
);
