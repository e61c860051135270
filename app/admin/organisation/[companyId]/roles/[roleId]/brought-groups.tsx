import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { GroupChoice } from '@/lib/roles/queries';

/** The groups a role brings, to read. */
export function BroughtGroups({ groups }: { groups: GroupChoice[] }) {
  const brought = groups.filter((group) => group.brought);
  return (
    <Card>
      <CardHeader title="Groups it brings" />
      <CardBody>
        {brought.length > 0 ? (
          <ul className="grid gap-1">
            {brought.map(({ id, name }) => (
              <li key={id} className="wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">It brings none.</p>
        )}
      </CardBody>
    </Card>
  );
}
