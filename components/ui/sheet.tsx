'use client';

import { X } from 'lucide-react';
import type { ReactNode, ToggleEvent } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { SheetParts, sheetStyle } from './sheet-frame';

type SheetProps = {
  /** What its button names as its `popoverTarget`. */
  id: string;
  title: string;
  /** Stays at the foot while the rest scrolls. */
  footer?: ReactNode;
  children: ReactNode;
};

// The focus follows, unless something inside has taken it; and goes back also from what is gone by now.
function follow({ currentTarget: sheet, newState }: ToggleEvent<HTMLElement>) {
  if (newState === 'open' && !sheet.contains(document.activeElement)) sheet.focus();
  if (newState === 'closed' && document.activeElement === document.body) {
    const opens = `[popovertarget="${sheet.id}"]:not([popovertargetaction])`;
    document.querySelector<HTMLElement>(opens)?.focus();
  }
}

/**
 * A sheet at the side, by the browser's own means: it opens before any script has loaded, Esc and a
 * click outside close it, and the focus goes back to its button.
 */
export function Sheet({ id, title, footer, children }: SheetProps) {
  const close = (
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
  );
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-modal={false}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onToggle={follow}
      className={cn(
        sheetStyle,
        'max-w-[calc(100vw-2.5rem)] transition-[translate] backdrop:bg-scrim open:flex starting:open:translate-x-8',
      )}
    >
      <SheetParts titleId={`${id}-title`} title={title} tools={close} footer={footer}>
        {children}
      </SheetParts>
    </div>
  );
}
