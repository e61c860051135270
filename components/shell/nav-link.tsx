'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Tooltip } from '@/components/ui/tooltip';
import { cn } from '@/components/ui/cn';
import { NavIcon } from './nav-icon';
import type { NavItem } from './nav-item';

type NavLinkProps = { item: NavItem; collapsed?: boolean; onFollow?: () => void };

/** A place in the sidebar; the present one, or the one around it, is marked. */
export function NavLink({ item, collapsed = false, onFollow }: NavLinkProps) {
  const pathname = usePathname();
  const current = pathname === item.href;
  const inside = current || pathname.startsWith(`${item.href}/`);
  return (
    <Tooltip label={item.label} side="right" disabled={!collapsed}>
      <Link
        href={item.href}
        onClick={onFollow}
        aria-current={current ? 'page' : inside ? 'true' : undefined}
        className={cn(
          'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-muted transition-colors hover:bg-hover hover:text-ink',
          'aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink aria-[current]:[&_svg]:text-accent',
          'max-md:h-10',
        )}
      >
        <NavIcon icon={item.icon} />
        <span className={collapsed ? 'sr-only' : 'truncate'}>{item.label}</span>
        {item.count ? <Waiting count={item.count} collapsed={collapsed} /> : null}
      </Link>
    </Tooltip>
  );
}

const MOST = 99;

/** How many wait at a place. */
const Waiting = ({ count, collapsed }: { count: number; collapsed: boolean }) => (
  <span
    data-tabular
    className={
      collapsed ? 'sr-only' : 'ml-auto rounded-full bg-hover px-1.5 text-xs font-medium text-ink'
    }
  >
    <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
    <span className="sr-only">{count > MOST ? `more than ${MOST}` : count} waiting</span>
  </span>
);
