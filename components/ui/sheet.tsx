'use client';

import { X } from 'lucide-react';
import type { ReactNode, ToggleEvent } from 'react';
import { Button } from './button';

type SheetProps = {
  /** What its button names as its `popoverTarget`. */
  id: string;
  title: string;
  /** Stays at the foot while the rest scrolls. */
  footer?: ReactNode;
  children: ReactNode;
};

// The focus follows, unless something inside has taken it.
function follow({ currentTarget: sheet, newState }: ToggleEvent<HTMLElement>) {
  if (newState === 'open' && !sheet.contains(document.activeElement)) sheet.focus();
}

/**
 * A sheet at the side, by the browser's own means: it opens before any script has loaded, Esc and a
 * click outside close it, and the focus goes back to its button.
 */
export function Sheet({ id, title, footer, children }: SheetProps) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-modal={false}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onToggle={follow}
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-100 max-w-[calc(100vw-2.5rem)] flex-col border-l bg-raised p-0 text-ink shadow-float transition-[translate] outline-none backdrop:bg-scrim open:flex starting:open:translate-x-8"
    >
      <div className="flex h-12 shrink-0 items-center justify-between border-b pr-2 pl-4">
        <h2 id={`${id}-title`} className="font-semibold">
          {title}
        </h2>
        <Button
          variant="ghost"
          size="sm"
          square
          aria-label={`Close ${title.toLowerCase()}`}
          popoverTarget={id}
          popoverTargetAction="hide"
        >
          <X aria-hidden />
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">{children}</div>
      {footer ? (
        <div className="flex shrink-0 items-center justify-end gap-2 border-t px-4 py-3">
          {footer}
        </div>
      ) : null}
    </div>
  );
}
