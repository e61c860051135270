'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlStyle } from './control-style';
import { useControlProps } from './field-context';

/** The browser's own way to choose a file, in our frame; inside a `Field` it is wired like any control. */
export function FileInput({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input
      {...useControlProps(props)}
      type="file"
      className={cn(
        controlStyle,
        'h-9 cursor-pointer py-0 pl-0 leading-8.5 text-muted',
        'file:mr-3 file:h-full file:cursor-pointer file:border-0 file:border-r file:border-line file:bg-raised file:px-3 file:font-medium file:text-ink hover:file:bg-hover',
        className,
      )}
    />
  );
}
