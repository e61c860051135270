'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { buttonStyle } from './button-style';
import { cn } from './cn';

/** Holds a dialog's trigger and content; Esc closes it, focus returns to the trigger. */
export const Dialog = Base.Root;

/** Opens the dialog; `render={<Button/>}` gives it its look. */
export const DialogTrigger = Base.Trigger;

/** Closes the dialog; `render={<Button/>}` gives it its look. */
export const DialogClose = Base.Close;

type ContentProps = {
  title: ReactNode;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  finalFocus?: ComponentProps<typeof Base.Popup>['finalFocus'];
  initialFocus?: ComponentProps<typeof Base.Popup>['initialFocus'];
  children: ReactNode;
};

const sizes = { sm: 'max-w-100', md: 'max-w-120', lg: 'max-w-180' };

/** The window itself: a title, what it is about, the rest. */
export function DialogContent(props: ContentProps) {
  const { title, description, size = 'md', finalFocus, initialFocus, children } = props;
  return (
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <Base.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-4">
        <Base.Popup
          finalFocus={finalFocus}
          initialFocus={initialFocus}
          className={cn(
            'relative w-full rounded-xl bg-raised p-5 shadow-float outline-none',
            'transition-[scale,opacity] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
            sizes[size],
          )}
        >
          <Base.Title className="pr-8 text-lg font-semibold">{title}</Base.Title>
          {description ? (
            <Base.Description className="mt-1 text-muted" render={<div />}>
              {description}
            </Base.Description>
          ) : null}
          <div className="mt-4">{children}</div>
          <Base.Close
            aria-label="Close"
            className={cn(buttonStyle('ghost', 'sm', true), 'absolute top-4 right-4')}
          >
            <X aria-hidden />
          </Base.Close>
        </Base.Popup>
      </Base.Viewport>
    </Base.Portal>
  );
}
