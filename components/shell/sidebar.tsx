'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Logo } from './logo';
import type { NavItem } from './nav-item';
import { NavLink } from './nav-link';

type SidebarProps = { nav: NavItem[]; collapsed: boolean; onToggle: () => void };

/** The places, at the left of wide screens; folded away it keeps their icons. */
export function Sidebar({ nav, collapsed, onToggle }: SidebarProps) {
  const Icon = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <nav
      aria-label="Main"
      data-print="hide"
      className={cn(
        'sticky top-0 flex h-dvh shrink-0 flex-col border-r bg-surface transition-[width] max-md:hidden',
        collapsed ? 'w-14' : 'w-56',
      )}
    >
      <Brand href={nav[0]?.href ?? '/'} collapsed={collapsed} />
      <div className="flex-1 overflow-y-auto p-2">
        <NavList nav={nav} collapsed={collapsed} />
      </div>
      <div className="border-t p-2">
        <Button
          variant="ghost"
          size="sm"
          square={collapsed}
          aria-expanded={!collapsed}
          aria-label={collapsed ? 'Expand sidebar' : undefined}
          className={cn(collapsed ? 'mx-1.5' : 'w-full justify-start')}
          onClick={onToggle}
        >
          <Icon aria-hidden />
          {collapsed ? null : 'Collapse'}
        </Button>
      </div>
    </nav>
  );
}

/** The mark and the name, which lead to the first place. */
export function Brand({ href, collapsed = false }: { href: string; collapsed?: boolean }) {
  return (
    <div className="flex h-12 shrink-0 items-center px-3">
      <Link
        href={href}
        className="flex h-8 items-center gap-2 rounded-md px-1 font-semibold tracking-tight"
      >
        <Logo className="size-6 shrink-0" />
        <span className={collapsed ? 'sr-only' : ''}>Gatehouse</span>
      </Link>
    </div>
  );
}

type NavListProps = { nav: NavItem[]; collapsed?: boolean; onFollow?: () => void };

/** The places as a list of links. */
export function NavList({ nav, collapsed, onFollow }: NavListProps) {
  return (
    <ul className="grid gap-0.5">
      {nav.map((item) => (
        <li key={item.href}>
          <NavLink item={item} collapsed={collapsed} onFollow={onFollow} />
        </li>
      ))}
    </ul>
  );
}
