'use client';

import { useEffect, useState } from 'react';
import type { Status } from '@/components/ui/status-badge';
import type { NavItem } from './nav-item';

export type FoundPerson = { id: string; name: string; email: string; status: Status };
export type FoundContract = {
  id: string;
  number: string;
  name: string;
  companyName: string;
  isArchived: boolean;
};

export type Found = {
  state: 'idle' | 'loading' | 'ready' | 'error';
  query: string;
  people: FoundPerson[];
  contracts: FoundContract[];
};

const PAUSE = 150;
const NOTHING = { people: [], contracts: [] };
const none: Found = { state: 'idle', query: '', ...NOTHING };

async function fetched<T>(handler: string, query: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`${handler}?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return (await answer.json()) as T;
}

type Sources = { people: boolean; contracts: boolean };

/** Whoever has the list of a kind among their places may look for it. */
export const sourcesOf = (nav: NavItem[]): Sources => ({
  people: nav.some(({ href }) => href === '/admin/users'),
  contracts: nav.some(({ href }) => href === '/admin/contracts'),
});

async function find(sources: Sources, query: string, signal: AbortSignal) {
  const [found, ofContracts] = await Promise.all([
    sources.people ? fetched<Pick<Found, 'people'>>('/api/people', query, signal) : NOTHING,
    sources.contracts
      ? fetched<Pick<Found, 'contracts'>>('/api/contracts', query, signal)
      : NOTHING,
  ]);
  return { people: found.people, contracts: ofContracts.contracts };
}

/** What matches `text`, asked for after a short pause; an older question is given up. */
export function useFound(text: string, { people, contracts }: Sources): Found {
  const [found, setFound] = useState<Found>(none);
  const query = text.trim();

  useEffect(() => {
    if (query === '') return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const matches = await find({ people, contracts }, query, stop.signal);
        setFound({ state: 'ready', query, ...matches });
      } catch {
        if (!stop.signal.aborted) setFound({ state: 'error', query, ...NOTHING });
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, people, contracts]);

  if (query === '') return none;
  return found.query === query ? found : { ...found, state: 'loading' };
}
