'use client';

import { useEffect } from 'react';

const EVERY = 7_000;

async function check(signal: AbortSignal): Promise<void> {
  try {
    const answer = await fetch('/api/session', { cache: 'no-store', signal });
    if (answer.status !== 401) return;
    const body = (await answer.json().catch(() => ({}))) as { reason?: unknown };
    const reason = typeof body.reason === 'string' ? body.reason : 'ended';
    if (!signal.aborted) location.assign(`/login?reason=${encodeURIComponent(reason)}`);
  } catch {
    // No network is no verdict: the page stays, the next look decides.
  }
}

/** Looks every few seconds whether the session still holds, and leaves when not (spec §2: 10 s). */
export function SessionWatch() {
  useEffect(() => {
    const stop = new AbortController();
    let current = new AbortController();
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      current.abort();
      current = new AbortController();
      void check(AbortSignal.any([stop.signal, current.signal]));
    };
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look, { signal: stop.signal });
    window.addEventListener('pageshow', look, { signal: stop.signal });
    window.addEventListener('online', look, { signal: stop.signal });
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, []);
  return null;
}
