'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ActionState } from '@/lib/core/action-state';

/** Says above the form why it was not accepted, takes the focus, and leads to each field. */
export function FormSummary({ formId, state }: { formId: string; state: ActionState }) {
  const box = useRef<HTMLDivElement>(null);
  const failed = state.status === 'invalid' || state.status === 'refused';

  useEffect(() => {
    if (failed) box.current?.focus();
  }, [failed, state]);

  const fields = Object.entries(state.fields ?? {});
  return (
    <div ref={box} role="alert" tabIndex={-1} className="outline-none">
      {failed ? (
        <div className="mb-4 flex gap-2.5 rounded-md border border-state-danger bg-state-danger-soft px-3 py-2.5">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-state-danger" />
          <div className="min-w-0">
            <p className="font-medium text-state-danger">
              {state.message ?? summary(fields.length)}
            </p>
            {fields.length > 0 ? <FieldLinks formId={formId} fields={fields} /> : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function FieldLinks({ formId, fields }: { formId: string; fields: [string, string][] }) {
  return (
    <ul className="mt-1 text-sm">
      {fields.map(([name, message]) => (
        <li key={name}>
          <a
            href={`#${formId}-${name}`}
            className="inline-block py-0.5 wrap-anywhere underline underline-offset-2"
          >
            {message}
          </a>
        </li>
      ))}
    </ul>
  );
}

function summary(count: number): string {
  return count === 1 ? 'One entry needs another look.' : `${count} entries need another look.`;
}
