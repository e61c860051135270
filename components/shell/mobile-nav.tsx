'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Menu as MenuIcon, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { NavItem } from './nav-item';
import { Brand, NavList } from './sidebar';

/** The places on narrow screens: a drawer from the left. */
export function MobileNav({ nav }: { nav: NavItem[] }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        render={
          <Button variant="ghost" square className="-ml-2 md:hidden" aria-label="Open navigation" />
        }
      >
        <MenuIcon aria-hidden />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label="Navigation"
          className="fixed inset-y-0 left-0 z-50 flex w-70 max-w-[85vw] flex-col bg-raised shadow-float transition-transform outline-none data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
        >
          <div className="flex items-center justify-between border-b pr-2">
            <Brand href={nav[0]?.href ?? '/'} />
            <Dialog.Close render={<Button variant="ghost" square aria-label="Close navigation" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <nav aria-label="Main" className="flex-1 overflow-y-auto p-2">
            <NavList nav={nav} onFollow={close} />
          </nav>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
