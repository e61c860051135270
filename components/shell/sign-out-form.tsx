'use client';

import { useActionState, type ReactNode } from 'react';
import type { FormAction } from '@/components/form/use-action-form';
import { idle } from '@/lib/core/action-state';

type SignOutFormProps = { id?: string; action: FormAction; children: ReactNode };

/** The form around a sign-out button; works before scripts have loaded. */
export function SignOutForm({ id, action, children }: SignOutFormProps) {
  const [, formAction] = useActionState(action, idle);
  return (
    <form id={id} action={formAction}>
      {children}
    </form>
  );
}
