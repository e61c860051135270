'use client';

import { useEffect, useState } from 'react';

export type Choice = { id: string; name: string; detail?: string | null };

type Found = { asked: string; state: 'ready' | 'failed'; choices: Choice[] };

const PAUSE = 150;

async function fetchChoices(address: string, signal: AbortSignal): Promise<Choice[]> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return ((await answer.json()) as { choices: Choice[] }).choices;
}

/**
 * The choices a handler gives for `text`, asked for after a short pause; an older question is given
 * up. Without text, those that are known from the start, if any are.
 */
export function useChoices(source: string, text: string, first: Choice[] | undefined) {
  const [found, setFound] = useState<Found | null>(null);
  const query = text.trim();
  const asked = query === '' && first ? '' : `${source}&q=${encodeURIComponent(query)}`;

  useEffect(() => {
    if (asked === '') return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const choices = await fetchChoices(asked, stop.signal);
        setFound({ asked, state: 'ready', choices });
      } catch {
        if (!stop.signal.aborted) setFound({ asked, state: 'failed', choices: [] });
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);

  if (asked === '') return { state: 'ready' as const, choices: first ?? [] };
  if (found?.asked === asked) return found;
  return { state: 'loading' as const, choices: [] };
}
