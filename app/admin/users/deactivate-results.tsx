'use client';

import { CircleSlash2 } from 'lucide-react';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { openMassUpdateAction } from './mass/actions';

/** Leads to the window that says who of the filtered list will be deactivated, and who cannot be. */
export function DeactivateResults({ question }: { question: string }) {
  const { state, pending, formAction, onSubmit } = useActionForm({ action: openMassUpdateAction });
  return (
    <form action={formAction} onSubmit={onSubmit} className="ml-auto flex items-center gap-2">
      <input type="hidden" name="all" value="true" />
      <input type="hidden" name="question" value={question} />
      {state.message ? (
        <span role="alert" className="text-sm text-state-danger">
          {state.message}
        </span>
      ) : null}
      <Button type="submit" size="sm" name="change" value="deactivate" pending={pending}>
        <CircleSlash2 aria-hidden /> Deactivate Users
      </Button>
    </form>
  );
}
