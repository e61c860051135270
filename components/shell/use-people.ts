'use client';

import { useEffect, useState } from 'react';
import type { Status } from '@/components/ui/status-badge';

export type FoundPerson = { id: string; name: string; email: string; status: Status };

type People = {
  state: 'idle' | 'loading' | 'ready' | 'error';
  query: string;
  people: FoundPerson[];
};

const PAUSE = 150;
const none: People = { state: 'idle', query: '', people: [] };

async function fetchPeople(query: string, signal: AbortSignal): Promise<FoundPerson[]> {
  const answer = await fetch(`/api/people?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const { people } = (await answer.json()) as { people: FoundPerson[] };
  return people;
}

/** People matching `text`, asked for after a short pause; an older question is given up. */
export function usePeople(text: string): People {
  const [found, setFound] = useState<People>(none);
  const query = text.trim();

  useEffect(() => {
    if (query === '') return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        setFound({ state: 'ready', query, people: await fetchPeople(query, stop.signal) });
      } catch {
        if (!stop.signal.aborted) setFound({ state: 'error', query, people: [] });
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);

  if (query === '') return none;
  return found.query === query ? found : { ...found, state: 'loading' };
}
