'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';
import { hintIdOf, Labelled } from './labelled';

type RadioProps = Omit<ComponentProps<'input'>, 'type' | 'id'> & {
  label: ReactNode;
  hint?: ReactNode;
};

const dot =
  'size-4 appearance-none rounded-full border border-strong bg-surface transition-colors hover:border-muted ' +
  'checked:border-5 checked:border-(color:--background-color-accent) forced-colors:appearance-auto';

/** The browser's own radio button with its label. */
export function Radio({ label, hint, ...props }: RadioProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <span className="grid size-6 shrink-0 place-items-center">
        <input
          {...props}
          id={id}
          type="radio"
          aria-describedby={hintIdOf(id, hint)}
          className={dot}
        />
      </span>
    </Labelled>
  );
}
