import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { RIGHT_SCOPE } from '@/lib/access/labels';
import { ADMIN_RIGHTS, grantable, RIGHT_LABELS, type AdminRight } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';

/** Each right with where it reaches and what it may grant; the viewer's own is marked. */
export const RightCards = ({ actor }: { actor: Actor }) => (
  <ul className="mb-4 grid gap-3 sm:grid-cols-2 xl:grid-cols-5">
    {ADMIN_RIGHTS.map((right) => (
      <li
        key={right}
        className={cn(
          'grid min-w-0 content-start gap-1.5 rounded-lg border bg-surface p-4',
          right === actor.right && 'border-accent',
        )}
      >
        <h2 className="flex flex-wrap items-center justify-between gap-2 font-semibold">
          {RIGHT_LABELS[right]}
          {right === actor.right ? <Badge tone="info">Your right</Badge> : null}
        </h2>
        <p className="text-sm text-muted">{RIGHT_SCOPE[right]}</p>
        <p className="text-sm text-muted">{grants(right)}</p>
      </li>
    ))}
  </ul>
);

function grants(right: AdminRight): string {
  const granted = grantable({ isStaff: true, right, companyId: null });
  if (granted.length === 0) return 'Grants no right.';
  if (granted.length === ADMIN_RIGHTS.length) return 'Grants every right.';
  return `Grants ${granted.map((one) => RIGHT_LABELS[one]).join(', ')}.`;
}
