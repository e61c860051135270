import type { ReactNode } from 'react';
import { cn } from './cn';

type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** Takes the height there is, instead of its own. */
  fill?: boolean;
};

/** Says why nothing is here and what the next step is. */
export function EmptyState({ icon, title, text, action, fill }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'grid content-center justify-items-center px-4 py-12 text-center',
        fill && 'flex-1',
      )}
    >
      {icon ? (
        <span className="mb-3 grid size-10 place-items-center rounded-lg border bg-canvas text-muted [&_svg]:size-5">
          {icon}
        </span>
      ) : null}
      <p className="font-semibold text-ink">{title}</p>
      {text ? <div className="mt-1 max-w-100 text-muted">{text}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
