'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from './cn';

type Tab = { href: string; label: string; count?: number; current?: boolean };

/** Links that look like tabs; the one of the present address is marked, unless `current` says. */
export function TabsNav({ label, tabs }: { label: string; tabs: Tab[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="overflow-x-auto border-b" data-print="hide">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: text, count, current = href === pathname }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className={cn(
                'flex h-10 items-center gap-1.5 border-b-2 border-transparent px-2.5 whitespace-nowrap text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2',
                current && 'border-accent font-medium text-ink',
              )}
            >
              {text}
              {count === undefined ? null : (
                <span className="rounded-sm bg-sunken px-1 text-xs text-muted tabular-nums">
                  {count.toLocaleString('en')}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
