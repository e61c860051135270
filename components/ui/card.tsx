import type { ReactNode } from 'react';
import { cn } from './cn';

type PartProps = { className?: string; children: ReactNode };

/** A framed part of a page. */
export function Card({ className, children }: PartProps) {
  return (
    <section className={cn('min-w-0 rounded-lg border bg-surface', className)}>{children}</section>
  );
}

type HeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode };

/** What a card is about, with its actions at the right. */
export function CardHeader({ title, description, actions }: HeaderProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-3">
      <div className="min-w-0">
        <h2 className="font-semibold">{title}</h2>
        {description ? <p className="mt-0.5 text-sm text-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

/** The content of a card. */
export function CardBody({ className, children }: PartProps) {
  return <div className={cn('p-4', className)}>{children}</div>;
}
