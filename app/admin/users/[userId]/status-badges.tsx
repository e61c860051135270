import { KeyRound, ShieldAlert, ShieldCheck, UserCog, UserPen } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { StatusBadge } from '@/components/ui/status-badge';
import { refusals } from '@/lib/access/decision';
import { RIGHT_LABELS } from '@/lib/access/rights';
import type { Person } from '@/lib/users/queries';

/** Every state that applies (spec §2), then what is owed, then staff. */
export function StatusBadges({ person }: { person: Person }) {
  const states = refusals(person);
  return (
    <span className="mt-1 flex flex-wrap gap-1.5">
      {(states.length > 0 ? states : (['active'] as const)).map((status) => (
        <StatusBadge key={status} status={status} />
      ))}
      {person.passwordChangeOwed ? (
        <Badge tone="pending" icon={<KeyRound aria-hidden />}>
          Password change owed
        </Badge>
      ) : null}
      {person.twoFactor === 'required' ? (
        <Badge tone="pending" icon={<ShieldAlert aria-hidden />}>
          Second factor owed
        </Badge>
      ) : null}
      {person.twoFactor === 'on' ? (
        <Badge tone="active" icon={<ShieldCheck aria-hidden />}>
          Second factor
        </Badge>
      ) : null}
      {person.profileCompletionOwed ? (
        <Badge tone="pending" icon={<UserPen aria-hidden />}>
          Profile owed
        </Badge>
      ) : null}
      {person.isStaff ? (
        <Badge icon={<UserCog aria-hidden />}>
          {person.right ? RIGHT_LABELS[person.right] : 'Staff'}
        </Badge>
      ) : null}
      {person.source === 'directory' ? <Badge tone="info">AD</Badge> : null}
    </span>
  );
}
