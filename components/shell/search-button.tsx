'use client';

import { Search } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Kbd } from '@/components/ui/kbd';

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** Looks like a search field and opens the palette. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const apple = useSyncExternalStore(never, isApple, () => false);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 min-w-8 items-center gap-2 rounded-md border border-edge bg-surface px-2 text-sm text-muted transition-colors hover:border-strong hover:text-ink sm:w-72"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="truncate max-sm:sr-only">Find people and pages</span>
      <span aria-hidden className="ml-auto flex gap-0.5 max-sm:hidden">
        <Kbd>{apple ? '⌘' : 'Ctrl'}</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}
