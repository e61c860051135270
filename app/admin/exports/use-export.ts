import { useCallback, useEffect, useRef, useState } from 'react';
import { useToast } from '@/components/ui/toast';
import type { ExportProgress } from '@/lib/exports/schema';

const EVERY = 1000;
const LOOKS = 5; // without a running export, until nobody looks any more

const ENDED: Record<ExportProgress['state'], string> = {
  running: '',
  complete: 'The export is complete. It is among your downloads.',
  cancelled: 'The export was cancelled. The file is not complete.',
  disconnected:
    'The download was broken off, or took longer than half an hour. The file is not complete; filter the list for fewer people, or try again.',
  session_ended: 'The export ended with your session.',
  failed: 'The export failed. The file is not complete; try again.',
};

async function ask(): Promise<ExportProgress | null> {
  const answer = await fetch('/api/exports', { cache: 'no-store' });
  if (!answer.ok) return null;
  return ((await answer.json()) as { export: ExportProgress | null }).export;
}

/**
 * One's export while it runs, looked at every second; `look` begins to look. What was begun in
 * another tab, or before the page was loaded anew, is found too.
 */
export function useExport() {
  const [running, setRunning] = useState<ExportProgress | null>(null);
  const [looks, setLooks] = useState(1);
  const seen = useRef<string>(undefined);
  const toast = useToast();

  useEffect(() => {
    if (looks === 0) return;
    const timer = setTimeout(
      () => {
        const told = (found: ExportProgress | null) => {
          const isRunning = found?.state === 'running';
          if (found && !isRunning && found.id === seen.current) {
            if (found.state === 'complete') toast.success(ENDED.complete);
            else toast.error(ENDED[found.state]);
            setLooks(0);
          } else setLooks(isRunning ? LOOKS : looks - 1);
          seen.current = isRunning ? found.id : undefined;
          setRunning(isRunning ? found : null);
        };
        // No network is no verdict: the next look tells.
        ask().then(told, () => setLooks(looks - 1));
      },
      running || looks < LOOKS ? EVERY : 0,
    );
    return () => clearTimeout(timer);
  }, [looks, running, toast]);

  return { running, look: useCallback(() => setLooks(LOOKS), []) };
}
