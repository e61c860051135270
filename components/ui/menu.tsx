'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { cn } from './cn';

/** Holds a menu's trigger and content. */
export const Menu = Base.Root;

/** Opens the menu; `render={<Button/>}` gives it its look. */
export const MenuTrigger = Base.Trigger;

/** One choice out of several. */
export const MenuRadioGroup = Base.RadioGroup;

type ContentProps = { align?: 'start' | 'center' | 'end'; className?: string; children: ReactNode };

/** The floating list; it floats inside the landmark its trigger stands in, not outside them all. */
export function MenuContent({ align = 'end', className, children }: ContentProps) {
  const [mark, setMark] = useState<HTMLElement | null>(null);
  return (
    <>
      <span hidden ref={setMark} />
      <Base.Portal container={mark?.closest<HTMLElement>('main, header, [role="dialog"]')}>
        <Base.Positioner align={align} sideOffset={8} className="z-50 outline-none">
          <Base.Popup
            className={cn(
              'min-w-44 origin-(--transform-origin) rounded-lg bg-raised p-1 shadow-float outline-none',
              'transition-[scale,opacity] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </>
  );
}

const itemStyle =
  'flex h-8 w-full cursor-default items-center gap-2 rounded-sm px-2 text-left text-sm outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:text-faint [&_svg]:size-4 [&_svg]:text-faint';

type ItemProps = ComponentProps<typeof Base.Item> & { tone?: 'danger' };

/** Something to do. */
export function MenuItem({ tone, className, ...props }: ItemProps) {
  const danger = tone === 'danger' && 'text-state-danger [&_svg]:text-state-danger';
  return <Base.Item {...props} className={cn(itemStyle, danger, className)} />;
}

/** One of the choices of a `MenuRadioGroup`. */
export function MenuRadioItem({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Base.RadioItem value={value} closeOnClick className={itemStyle}>
      {children}
      <Base.RadioItemIndicator className="ml-auto">
        <Check aria-hidden />
      </Base.RadioItemIndicator>
    </Base.RadioItem>
  );
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
