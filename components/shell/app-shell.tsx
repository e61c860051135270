'use client';

import { useState, type ReactNode } from 'react';
import type { FormAction } from '@/components/form/use-action-form';
import { AccountMenu } from './account-menu';
import { CommandPalette } from './command-palette';
import { rememberInCookie } from './cookie';
import { MobileNav } from './mobile-nav';
import type { NavItem, Theme, Viewer } from './nav-item';
import { SearchButton } from './search-button';
import { ShortcutSheet } from './shortcut-sheet';
import { Sidebar } from './sidebar';
import { ThemeSwitch } from './theme-switch';

type AppShellProps = {
  viewer: Viewer;
  nav: NavItem[];
  theme: Theme;
  /** From the cookie `sidebar`, whose value is `collapsed` or `open`. */
  collapsed?: boolean;
  signOut: FormAction;
  children: ReactNode;
};

/** The frame of every signed-in page: places at the left, finding, theme and account on top. */
export function AppShell(props: AppShellProps) {
  const { viewer, nav, theme, signOut, children } = props;
  const [collapsed, setCollapsed] = useState(props.collapsed ?? false);
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);

  function toggle() {
    setCollapsed(!collapsed);
    rememberInCookie('sidebar', collapsed ? 'open' : 'collapsed');
  }

  return (
    <div className="flex min-h-dvh" data-print="flow">
      <SkipLink />
      <Sidebar nav={nav} collapsed={collapsed} onToggle={toggle} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header
          data-print="hide"
          className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-canvas px-4 md:px-6"
        >
          <MobileNav nav={nav} />
          <SearchButton onOpen={() => setPalette(true)} />
          <div className="ml-auto flex items-center gap-2">
            <ThemeSwitch theme={theme} />
            <AccountMenu viewer={viewer} signOut={signOut} onShortcuts={() => setSheet(true)} />
          </div>
        </header>
        {/* A page whose own child is a table takes the window's height, and the table scrolls. */}
        <main
          id="main"
          tabIndex={-1}
          data-print="flow"
          className="flex min-w-0 flex-1 flex-col px-4 py-5 *:shrink-0 md:px-6 md:has-[>[data-density]]:h-[calc(100dvh-3rem)] md:has-[>[data-density]]:flex-none"
        >
          {children}
        </main>
      </div>
      <CommandPalette nav={nav} open={palette} onOpenChange={setPalette} />
      <ShortcutSheet open={sheet} onOpenChange={setSheet} />
    </div>
  );
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
