'use client';

import { Kbd } from '@/components/ui/kbd';
import { Spinner } from '@/components/ui/spinner';

type PaletteFootProps = {
  state: 'idle' | 'loading' | 'ready' | 'error';
  text: string;
  count: number;
};

/** How the search stands, announced, and the keys that work here. */
export function PaletteFoot({ state, text, count }: PaletteFootProps) {
  return (
    <div className="flex h-9 shrink-0 items-center justify-between gap-4 border-t bg-canvas px-4 text-xs text-muted">
      <p role="status" className="flex min-w-0 items-center gap-2">
        {state === 'loading' ? <Spinner className="size-3.5" /> : null}
        <span className="truncate">{words(state, text, count)}</span>
      </p>
      <p aria-hidden className="flex shrink-0 items-center gap-1 max-sm:hidden">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        <span className="mr-2">move</span>
        <Kbd>↵</Kbd>
        <span className="mr-2">open</span>
        <Kbd>Esc</Kbd>
        <span>close</span>
      </p>
    </div>
  );
}

function words(state: PaletteFootProps['state'], text: string, count: number): string {
  if (state === 'idle') return 'Type a name, e-mail, phone or contract number';
  if (state === 'loading') return 'Searching…';
  if (state === 'error') return 'The search did not answer. Type again to retry.';
  if (count === 0) return `Nobody and nothing matches “${text}”`;
  return count === 1 ? '1 match' : `${count} matches`;
}
