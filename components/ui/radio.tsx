'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';

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
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div className="-ml-1 flex items-start gap-1.5">
      <span className="grid size-6 shrink-0 place-items-center">
        <input {...props} id={id} type="radio" aria-describedby={hintId} className={dot} />
      </span>
      <span className="min-w-0 py-0.5">
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <span id={hintId} className="block text-sm text-muted">
            {hint}
          </span>
        ) : null}
      </span>
    </div>
  );
}
