'use client';

import { useContext } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { FormContext } from '@/components/ui/field-context';

/** The tick before going on: the backup codes will not be shown again. */
export function NotedField() {
  const form = useContext(FormContext);
  return (
    <Checkbox
      {...(form ? { id: `${form.id}-noted` } : {})}
      name="noted"
      required
      aria-invalid={form?.fields.noted ? true : undefined}
      label="I have saved these codes"
    />
  );
}
