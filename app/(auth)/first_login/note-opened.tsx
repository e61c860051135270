'use client';

import { startTransition, useEffect } from 'react';
import type { FormAction } from '@/components/form/use-action-form';
import { idle } from '@/lib/core/action-state';

/** Notes that a browser shows this link's page: what only fetches it, as scanners do, runs no script. */
export function NoteOpened({ action, token }: { action: FormAction; token: string }) {
  useEffect(() => {
    const data = new FormData();
    data.set('token', token);
    startTransition(async () => {
      // Nobody waits for it, and nothing is lost without it.
      await action(idle, data).catch(() => idle);
    });
  }, [action, token]);
  return null;
}
