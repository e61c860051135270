import { X } from 'lucide-react';
import Link from 'next/link';
import { LinkPending } from './link-pending';

type FilterChipProps = { label: string; value: string; href: string };

/** A filter in force; `href` is the same list without it. */
export function FilterChip({ label, value, href }: FilterChipProps) {
  return (
    <Link
      href={href}
      aria-label={`Remove filter ${label}: ${value}`}
      className="group inline-flex h-7 max-w-full items-center gap-1 rounded-md border border-edge bg-raised pr-1.5 pl-2 text-sm hover:bg-sunken"
    >
      <span className="text-muted">{label}</span>
      <span className="truncate font-medium">{value}</span>
      <X aria-hidden className="size-3.5 shrink-0 text-faint group-hover:text-ink" />
      <LinkPending />
    </Link>
  );
}
