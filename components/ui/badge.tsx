import type { ReactNode } from 'react';
import { cn } from './cn';

export type BadgeTone =
  'neutral' | 'active' | 'pending' | 'expired' | 'locked' | 'deactivated' | 'info' | 'danger';

const tones: Record<BadgeTone, string> = {
  neutral: 'border-line bg-sunken text-muted',
  active: 'border-state-active bg-state-active-soft text-state-active',
  pending: 'border-state-pending bg-state-pending-soft text-state-pending',
  expired: 'border-state-expired bg-state-expired-soft text-state-expired',
  locked: 'border-state-locked bg-state-locked-soft text-state-locked',
  deactivated: 'border-state-deactivated bg-state-deactivated-soft text-state-deactivated',
  info: 'border-state-info bg-state-info-soft text-state-info',
  danger: 'border-state-danger bg-state-danger-soft text-state-danger',
};

type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; className?: string; children: ReactNode };

/** A short word about a state: hue, word and, given one, an icon. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex h-5.5 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
