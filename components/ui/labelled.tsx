import type { ReactNode } from 'react';

type LabelledProps = { id: string; label: ReactNode; hint?: ReactNode; children: ReactNode };

/** The id of the hint that `Labelled` shows, for the control to be described by. */
export const hintIdOf = (id: string, hint: ReactNode) => (hint ? `${id}-hint` : undefined);

/** A tick or a radio with its label and hint beside it. */
export function Labelled({ id, label, hint, children }: LabelledProps) {
  return (
    <div className="-ml-1 flex items-start gap-1.5">
      {children}
      <span className="min-w-0 py-0.5">
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <span id={hintIdOf(id, hint)} className="block text-sm text-muted">
            {hint}
          </span>
        ) : null}
      </span>
    </div>
  );
}
