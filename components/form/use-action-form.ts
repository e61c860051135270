'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useRef, useState, useTransition, type SubmitEvent } from 'react';
import { idle, type ActionState } from '@/lib/core/action-state';
import { useToast } from '@/components/ui/toast';

export type FormAction = (previous: ActionState, formData: FormData) => Promise<ActionState>;

type Options = {
  action: FormAction;
  onDone?: ((state: ActionState) => void) | undefined;
  resetOnDone?: boolean | undefined;
};

const unreachable: ActionState = {
  status: 'refused',
  message: 'The server could not be reached. Check the connection and try again.',
};

/** The form's own fields, without those React adds for browsers that run no script. */
function read(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const data = new FormData(form, submitter);
  for (const key of [...data.keys()]) if (key.startsWith('$ACTION_')) data.delete(key);
  return data;
}

/**
 * Runs a form's action. Before scripts have loaded the browser posts the form and `posted` is the
 * answer; afterwards the action is called here, so that typed values stay and `onDone` and the
 * toast happen even when the new page no longer holds the form.
 */
export function useActionForm({ action, onDone, resetOnDone }: Options) {
  const [posted, formAction] = useActionState(action, idle);
  const [answer, setAnswer] = useState<ActionState | null>(null);
  const [pending, startTransition] = useTransition();
  const busy = useRef(false);
  const toast = useToast();
  const state = answer ?? posted;

  async function ask(data: FormData): Promise<ActionState> {
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      return unreachable;
    } finally {
      busy.current = false;
    }
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const form = event.currentTarget;
    const data = read(form, event.nativeEvent.submitter);
    startTransition(async () => {
      const next = await ask(data);
      startTransition(() => setAnswer(next));
      if (next.status !== 'done') return;
      if (next.message) toast.success(next.message);
      if (resetOnDone) form.reset();
      onDone?.(next);
    });
  }

  return { state, pending, formAction, onSubmit, answered: answer !== null };
}
