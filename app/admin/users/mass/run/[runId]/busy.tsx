'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/ui/field-context';

/** What to expect of so many, and, while they are changed, that it goes on. */
export function Busy({ users }: { users: string }) {
  const pending = useContext(FormContext)?.pending;
  return (
    <p aria-live="polite" className="text-sm text-muted">
      {pending
        ? `Changing ${users} in one go. This may take a minute; if you send it again, it is still done once.`
        : 'So many may take up to a minute.'}
    </p>
  );
}
