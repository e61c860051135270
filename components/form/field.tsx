'use client';

import { useContext, useId, type ReactNode } from 'react';
import { FieldContext, FormContext, type FieldWiring } from '@/components/ui/field-context';
import { FieldError } from './field-error';

type FieldProps = {
  label: ReactNode;
  name: string;
  error?: string;
  hint?: ReactNode;
  required?: boolean;
  children: ReactNode;
};

/**
 * A label, its control, a hint and an error, wired together for every reader. The control inside
 * takes id, name, typed value and error from here; the error is the form's answer unless given.
 */
export function Field({ label, name, error, hint, required = false, children }: FieldProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  const id = form ? `${form.id}-${name}` : ownId;
  const message = error ?? form?.fields[name];
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = message ? `${id}-error` : undefined;
  const wiring: FieldWiring = {
    id,
    name,
    describedBy: [errorId, hintId].filter(Boolean).join(' ') || undefined,
    invalid: message !== undefined,
    required,
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
        {required ? (
          <span aria-hidden className="ml-0.5 text-state-danger group-data-wide/form:hidden">
            *
          </span>
        ) : null}
      </label>
      <FieldContext value={wiring}>{children}</FieldContext>
      <FieldError id={`${id}-error`} message={message} />
      {hint ? (
        <p id={hintId} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
