'use client';

import { useId, type ReactNode } from 'react';
import { FormContext } from '@/components/ui/field-context';
import { Notice } from '@/components/ui/notice';
import { cn } from '@/components/ui/cn';
import type { ButtonVariant } from '@/components/ui/button-style';
import type { ActionState } from '@/lib/core/action-state';
import { FormSummary } from './form-summary';
import { SubmitButton } from './submit-button';
import { useActionForm, type FormAction } from './use-action-form';

type ActionFormProps = {
  action: FormAction;
  submitLabel: ReactNode;
  submitVariant?: ButtonVariant;
  /** What stands before the submit button: the way out. */
  cancel?: ReactNode;
  /** One button as wide as the form, as sign-in pages have it. */
  wide?: boolean;
  hidden?: Record<string, string>;
  onDone?: (state: ActionState) => void;
  /** What takes the place of the form once it is done: shown this once. */
  answer?: (state: ActionState) => ReactNode;
  resetOnDone?: boolean;
  className?: string;
  children?: ReactNode;
};

/**
 * A form around a server action: works before scripts have loaded, keeps what was typed after an
 * error, sums the errors up in front and shows them at their fields, toasts the success.
 */
export function ActionForm(props: ActionFormProps) {
  const {
    submitLabel,
    submitVariant = 'primary',
    cancel,
    wide,
    hidden = {},
    className,
    children,
  } = props;
  const { state, pending, formAction, onSubmit, answered } = useActionForm(props);
  const id = useId();
  const { values, versions, fields = {} } = state;
  const wiring = { id, pending, fields, values, versions };
  const answer = state.status === 'done' ? props.answer?.(state) : undefined;
  if (answer) return <div className={className}>{answer}</div>;
  return (
    <form
      id={id}
      action={formAction}
      onSubmit={onSubmit}
      noValidate
      data-wide={wide || undefined}
      className={cn('group/form', className)}
    >
      <FormSummary formId={id} state={state} />
      {state.status === 'done' && state.message && !answered ? (
        <Notice tone="success" className="mb-4">
          {state.message}
        </Notice>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext value={wiring}>
        <div className="grid gap-4">{children}</div>
        <div
          className={cn(
            'mt-5 flex gap-2',
            wide ? 'flex-col' : 'flex-col-reverse sm:flex-row sm:justify-end',
          )}
        >
          {cancel}
          <SubmitButton variant={submitVariant}>{submitLabel}</SubmitButton>
        </div>
      </FormContext>
    </form>
  );
}
