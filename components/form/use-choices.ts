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

/** Those of the choices in whose words the text is. */
function among(choices: Choice[], text: string): Choice[] {
  const wanted = text.toLocaleLowerCase('en');
  return choices.filter(({ name, detail }) =>
    `${name} ${detail ?? ''}`.toLocaleLowerCase('en').includes(wanted),
  );
}

/**
 * The choices a handler gives for `text`, asked for after a short pause; an older question is given
 * up. Without text, those that are known from the start, if any are. Without a handler, all are.
 */
export function useChoices(source: string | undefined, text: string, first: Choice[] | undefined) {
  const [found, setFound] = useState<Found | null>(null);
  const query = text.trim();
  const isKnown = source === undefined || (query === '' && first !== undefined);
  const asked = isKnown ? '' : `${source}&q=${encodeURIComponent(query)}`;

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

  if (isKnown) return { state: 'ready' as const, choices: among(first ?? [], query) };
  if (found?.asked === asked) return found;
  return { state: 'loading' as const, choices: [] };
}
