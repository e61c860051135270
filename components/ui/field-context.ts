'use client';

import { createContext, useContext } from 'react';
import type { ActionState } from '@/lib/core/action-state';

export type FieldWiring = {
  id: string;
  name: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
};

export type FormWiring = {
  id: string;
  pending: boolean;
  fields: Record<string, string>;
  values: ActionState['values'];
  versions?: ActionState['versions'];
};

/** What a field tells the control inside it. */
export const FieldContext = createContext<FieldWiring | null>(null);

/** What a form tells its fields: the last answer's errors and typed values. */
export const FormContext = createContext<FormWiring | null>(null);

type ControlProps = {
  id?: string | undefined;
  name?: string | undefined;
  required?: boolean | undefined;
  defaultValue?: string | number | readonly string[] | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling' | undefined;
};

/** Completes a control's own props with what its field and form know; its own props win. */
export function useControlProps<P extends ControlProps>(props: P): P {
  const field = useContext(FieldContext);
  const form = useContext(FormContext);
  const name = props.name ?? field?.name;
  const typed = name === undefined ? undefined : form?.values?.[name];
  const wired: ControlProps = {
    id: props.id ?? field?.id,
    name,
    required: props.required ?? (field?.required || undefined),
    'aria-describedby': props['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': props['aria-invalid'] ?? (field?.invalid || undefined),
  };
  return 'value' in props
    ? { ...props, ...wired }
    : { ...props, ...wired, defaultValue: typed ?? props.defaultValue };
}
