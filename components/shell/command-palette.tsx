'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { NavItem } from './nav-item';
import { paletteGroups, type PaletteEntry, type PaletteGroup as Group } from './palette-entries';
import { PaletteEmpty } from './palette-empty';
import { PaletteFoot } from './palette-foot';
import { PaletteGroup } from './palette-group';
import { sourcesOf, useFound } from './use-found';

type CommandPaletteProps = {
  nav: NavItem[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Finds people, contracts and pages by keyboard alone; Ctrl-K or ⌘K opens it from anywhere. */
export function CommandPalette({ nav, open, onOpenChange }: CommandPaletteProps) {
  usePaletteKey(() => onOpenChange(!open));
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label="Find people and pages"
          className="fixed inset-x-4 top-[min(12vh,6rem)] z-50 mx-auto flex h-[min(28rem,76dvh)] max-w-140 flex-col overflow-hidden rounded-xl bg-raised shadow-float transition-[scale,opacity] outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
        >
          <Palette nav={nav} onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Palette({ nav, onDone }: { nav: NavItem[]; onDone: () => void }) {
  const [text, setText] = useState('');
  const router = useRouter();
  const found = useFound(text, sourcesOf(nav));
  const { people, contracts } = found;
  const groups = useMemo(
    () => paletteGroups(nav, text, { people, contracts }),
    [nav, text, people, contracts],
  );
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);

  function follow(entry: PaletteEntry) {
    onDone();
    router.push(entry.href);
  }

  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={groups}
      value={text}
      onValueChange={(value, { reason }) => reason !== 'item-press' && setText(value)}
      itemToStringValue={(entry: PaletteEntry) => entry.label}
    >
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <Autocomplete.Input
          aria-label="Find people and pages"
          placeholder="Find people and pages"
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-faint"
        />
      </div>
      <Autocomplete.List className="min-h-0 flex-1 scroll-py-1 overflow-y-auto overscroll-contain p-1.5 empty:hidden">
        {(group: Group) => <PaletteGroup key={group.value} group={group} onFollow={follow} />}
      </Autocomplete.List>
      {count === 0 ? <PaletteEmpty state={found.state} /> : null}
      <PaletteFoot state={found.state} text={text.trim()} count={count} />
      <Dialog.Close className="sr-only">Close</Dialog.Close>
    </Autocomplete.Root>
  );
}

function usePaletteKey(toggle: () => void) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      if (event.shiftKey || event.altKey) return;
      event.preventDefault();
      toggle();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
