import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

type Crumb = { label: string; href?: string };
type PageHeaderProps = {
  title: ReactNode;
  count?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: Crumb[];
};

/** The head of a page: where it lies, its title and count, its actions with the primary one last. */
export function PageHeader({ title, count, description, actions, breadcrumbs }: PageHeaderProps) {
  return (
    <header className="mb-5">
      {breadcrumbs?.length ? <Breadcrumbs crumbs={breadcrumbs} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex min-h-9 flex-wrap items-center gap-x-2.5">
            <h1 className="min-w-0 text-xl font-semibold wrap-anywhere">{title}</h1>
            {count === undefined ? null : (
              <span data-tabular className="text-lg text-faint">
                {count}
              </span>
            )}
          </div>
          {description ? <div className="max-w-160 text-muted">{description}</div> : null}
        </div>
        {actions ? (
          <div
            data-print="hide"
            className="flex flex-wrap items-center gap-2 max-sm:*:flex-1 max-sm:has-[>:nth-child(2)]:w-full"
          >
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="mb-1 text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-1">
        {crumbs.map(({ label, href }, index) => (
          <li key={`${index}-${label}`} className="flex min-h-6 min-w-0 items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden className="size-3.5 text-faint" /> : null}
            {href ? (
              <Link
                href={href}
                className="rounded-sm py-0.5 wrap-anywhere hover:text-ink hover:underline"
              >
                {label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
