'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlStyle } from './control-style';
import { useControlProps } from './field-context';

/** A text control of several lines; wired by its `Field` like `Input`. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...useControlProps(props)}
      className={cn(controlStyle, 'min-h-9 resize-y py-2', className)}
    />
  );
}
