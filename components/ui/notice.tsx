import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

type NoticeTone = 'info' | 'success' | 'warning' | 'danger';
type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  className?: string;
};

const looks: Record<NoticeTone, { style: string; hue: string; Icon: typeof Info }> = {
  info: { style: 'border-state-info bg-state-info-soft', hue: 'text-state-info', Icon: Info },
  success: {
    style: 'border-state-success bg-state-success-soft',
    hue: 'text-state-success',
    Icon: CircleCheck,
  },
  warning: {
    style: 'border-state-warning bg-state-warning-soft',
    hue: 'text-state-warning',
    Icon: TriangleAlert,
  },
  danger: {
    style: 'border-state-danger bg-state-danger-soft',
    hue: 'text-state-danger',
    Icon: CircleAlert,
  },
};

/** An inline banner; a danger one interrupts (`alert`), the others wait their turn (`status`). */
export function Notice({ tone = 'info', title, children, className }: NoticeProps) {
  const { style, hue, Icon } = looks[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cn('flex gap-2.5 rounded-md border px-3 py-2.5', style, className)}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', hue)} />
      <div className="min-w-0 text-pretty wrap-anywhere">
        {title ? <p className={cn('font-medium', hue)}>{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
    </div>
  );
}
