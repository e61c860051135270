'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlStyle } from './control-style';
import { useControlProps } from './field-context';

/** A one-line text control; inside a `Field` it takes id, name, value and errors from it. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return (
    <input type="text" {...useControlProps(props)} className={cn(controlStyle, 'h-9', className)} />
  );
}
