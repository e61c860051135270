'use client';

import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, MINUTE / 4);
  return () => clearInterval(timer);
}

/** The running minute as a time stamp, renewed by itself; null on the server and while hydrating. */
export function useMinute(): number | null {
  return useSyncExternalStore<number | null>(
    subscribe,
    () => Math.floor(Date.now() / MINUTE) * MINUTE,
    () => null,
  );
}
