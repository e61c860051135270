'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { idle } from '@/lib/core/action-state';
import type { ExportProgress as Progress } from '@/lib/exports/schema';
import { cancelExportAction } from './actions';

const bar =
  'h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent ' +
  '[&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent';

/** How far an export has come, in rows, with the way to stop it. */
export function ExportProgress({ running }: { running: Progress }) {
  const { id, name, written, total } = running;
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const cancel = () =>
    startTransition(async () => {
      const form = new FormData();
      form.set('exportId', id);
      const { status, message } = await cancelExportAction(idle, form);
      if (status !== 'done') toast.error(message ?? 'The export could not be cancelled.');
    });
  return (
    <div className="flex h-9 items-center gap-3">
      <div className="grid w-64 min-w-0 gap-1">
        <span className="truncate text-sm text-muted tabular-nums">
          Exporting {name}: {written.toLocaleString('en')} of {total.toLocaleString('en')}
        </span>
        <progress
          aria-label={`Export of ${name}`}
          value={written}
          max={total || 1}
          className={bar}
        />
      </div>
      <Button size="sm" onClick={cancel} pending={pending}>
        Cancel
      </Button>
    </div>
  );
}
