'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/ui/field-context';

type BusyProps = {
  /** Before: what to expect. */
  waiting?: string;
  /** While it goes on: what is done, to how many. */
  doing: string;
};

/** Of a form whose action takes longer than a second: what is being done while it is. */
export function Busy({ waiting, doing }: BusyProps) {
  const pending = useContext(FormContext)?.pending;
  return (
    <p aria-live="polite" className="text-sm text-muted empty:sr-only">
      {pending ? doing : waiting}
    </p>
  );
}
