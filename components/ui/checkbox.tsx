'use client';

import { useContext, useId, type ComponentProps, type ReactNode } from 'react';
import type { ActionState } from '@/lib/core/action-state';
import { cn } from './cn';
import { FormContext } from './field-context';
import { hintIdOf, Labelled } from './labelled';

/** Was it ticked when the form was sent? One of several of a name is told by its value. */
function wasTicked(values: ActionState['values'], { name, value }: ComponentProps<'input'>) {
  if (!values || !name) return undefined;
  return value === undefined ? name in values : [values[name]].flat().includes(String(value));
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label?: ReactNode;
  hint?: ReactNode;
};

const box =
  'peer col-start-1 row-start-1 size-4 appearance-none rounded-sm border border-strong bg-surface transition-colors ' +
  'hover:border-muted checked:border-transparent checked:bg-accent indeterminate:border-transparent indeterminate:bg-accent ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken forced-colors:appearance-auto';

/** The browser's own checkbox with its label; after an error it stays as it was ticked. */
export function Checkbox({ label, hint, className, id, ...props }: CheckboxProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  const inputId = id ?? ownId;
  const typed = wasTicked(form?.values, props);
  const defaults = 'checked' in props ? {} : { defaultChecked: typed ?? props.defaultChecked };
  const control = (
    <span className="relative grid size-6 shrink-0 place-items-center">
      <input
        aria-describedby={hintIdOf(inputId, hint)}
        {...props}
        {...defaults}
        id={inputId}
        type="checkbox"
        className={cn(box, 'after:absolute after:inset-0 after:content-[""]', className)}
      />
      <Tick />
    </span>
  );
  if (label === undefined) return control;
  return (
    <Labelled id={inputId} label={label} hint={hint}>
      {control}
    </Labelled>
  );
}

function Tick() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      fill="none"
      strokeWidth="2"
      className="pointer-events-none col-start-1 row-start-1 size-4 stroke-on-accent opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100 peer-disabled:stroke-muted"
    >
      <path
        d="m4 8.5 2.5 2.5L12 5.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="[:indeterminate~svg>&]:hidden"
      />
      <path d="M4 8h8" strokeLinecap="round" className="hidden [:indeterminate~svg>&]:block" />
    </svg>
  );
}
