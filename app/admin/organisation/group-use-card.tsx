import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Part } from '@/lib/organisation/structure/queries';
import type { GroupUse } from '@/lib/roles/queries';

type GroupUseCardProps = { group: Part; use: GroupUse };

/** How people come into a group. */
export function GroupUseCard({ group, use }: GroupUseCardProps) {
  const more = group.related - use.roles.length;
  const roles = [...use.roles, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])];
  return (
    <Card>
      <CardHeader title="Members" />
      <CardBody>
        <DescriptionList
          items={[
            { label: 'By a role', value: use.byRole.toLocaleString('en') },
            { label: 'By hand', value: use.byHand.toLocaleString('en') },
            { label: 'Roles that bring it', value: roles.join(', ') || 'None' },
          ]}
        />
      </CardBody>
    </Card>
  );
}
