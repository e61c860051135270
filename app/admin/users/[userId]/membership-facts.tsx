import { Badge } from '@/components/ui/badge';
import type { Membership, Memberships } from '@/lib/people/queries';

/** From where somebody has a group: by hand, or from which of their roles. */
function originOf({ source, roles }: Membership): string {
  if (source === 'manual') return 'by hand';
  return roles.length > 0 ? `from ${roles.join(', ')}` : 'from a role';
}

function Groups({ groups }: { groups: Membership[] }) {
  return (
    <ul className="grid gap-1">
      {groups.map((group) => (
        <li key={group.id}>
          {group.name} <span className="text-sm text-muted">· {originOf(group)}</span>
        </li>
      ))}
    </ul>
  );
}

function Names({ names }: { names: { id: string; name: string }[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {names.map(({ id, name }) => (
        <Badge key={id} className="h-auto min-h-5.5 py-0.5 whitespace-normal">
          {name}
        </Badge>
      ))}
    </span>
  );
}

/** What a person belongs to, and where each group came from. */
export function membershipFacts({ roles, groups, quizzes }: Memberships) {
  const [cabinet, other] = [
    groups.filter(({ companyId }) => companyId !== null),
    groups.filter(({ companyId }) => companyId === null),
  ];
  return [
    { label: 'Platform roles', value: roles.length > 0 ? <Names names={roles} /> : null },
    { label: 'Cabinet groups', value: cabinet.length > 0 ? <Groups groups={cabinet} /> : null },
    { label: 'Other groups', value: other.length > 0 ? <Groups groups={other} /> : null },
    { label: 'Quizzes', value: quizzes.length > 0 ? <Names names={quizzes} /> : null },
  ];
}
