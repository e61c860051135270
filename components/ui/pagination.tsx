import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonStyle } from './button-style';
import { cn } from './cn';
import { LinkPending } from './link-pending';

const PAGE_SIZES = [10, 25, 50, 100];

type PaginationProps = {
  page: number;
  pageSize: number;
  total: number;
  hrefFor: (page: number) => string;
  hrefForSize?: (pageSize: number) => string;
};

/** "1–25 of 1,204" with links back and forth and to other page sizes; plain links, no script. Nothing to page through shows nothing. */
export function Pagination({ page, pageSize, total, hrefFor, hrefForSize }: PaginationProps) {
  if ((page - 1) * pageSize >= total) return null;
  const last = Math.ceil(total / pageSize);
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav
      aria-label="Pages"
      data-print="hide"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pt-3 text-sm text-muted"
    >
      {hrefForSize ? <PageSizes pageSize={pageSize} hrefFor={hrefForSize} /> : null}
      <div className="ml-auto flex items-center gap-2">
        <span data-tabular className="mr-1">
          <span className="text-ink">
            {from.toLocaleString('en')}–{to.toLocaleString('en')}
          </span>{' '}
          of {total.toLocaleString('en')}
        </span>
        <Step href={page > 1 ? hrefFor(1) : null} label="First page">
          <ChevronsLeft aria-hidden />
        </Step>
        <Step href={page > 1 ? hrefFor(page - 1) : null} rel="prev" label="Previous page">
          <ChevronLeft aria-hidden />
        </Step>
        <Step href={page < last ? hrefFor(page + 1) : null} rel="next" label="Next page">
          <ChevronRight aria-hidden />
        </Step>
        <Step href={page < last ? hrefFor(last) : null} label="Last page">
          <ChevronsRight aria-hidden />
        </Step>
      </div>
    </nav>
  );
}

type StepProps = { href: string | null; rel?: string; label: string; children: ReactNode };

function Step({ href, rel, label, children }: StepProps) {
  const style = buttonStyle('secondary', 'sm', true);
  return href === null ? (
    <span role="link" aria-disabled aria-label={label} className={cn(style, 'opacity-50')}>
      {children}
    </span>
  ) : (
    <Link href={href} rel={rel} aria-label={label} className={style}>
      {children}
      <LinkPending />
    </Link>
  );
}

type PageSizesProps = { pageSize: number; hrefFor: (pageSize: number) => string };

function PageSizes({ pageSize, hrefFor }: PageSizesProps) {
  return (
    <div className="flex items-center gap-1">
      <span className="mr-1">Rows</span>
      {PAGE_SIZES.map((size) => (
        <Link
          key={size}
          href={hrefFor(size)}
          aria-label={`${size} rows a page`}
          aria-current={size === pageSize ? 'true' : undefined}
          className="grid h-7 min-w-7 place-items-center rounded-md px-1.5 tabular-nums hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
        >
          {size}
          <LinkPending />
        </Link>
      ))}
    </div>
  );
}
