'use client';

import { useSyncExternalStore } from 'react';

/** The form that the rows' ticks belong to. */
export const SELECTION = 'selection';

const ticks = () => [...document.querySelectorAll<HTMLInputElement>('input[name="userIds"]')];

function subscribe(onChange: () => void): () => void {
  document.addEventListener('change', onChange);
  return () => document.removeEventListener('change', onChange);
}

const snapshot = () => `${ticks().filter(({ checked }) => checked).length}/${ticks().length}`;

/** How many rows of the page are ticked, and how many there are: the page itself is asked. */
export function useTicked(): { ticked: number; shown: number } {
  const [ticked = 0, shown = 0] = useSyncExternalStore(subscribe, snapshot, () => '0/0')
    .split('/')
    .map(Number);
  return { ticked, shown };
}

/** Ticks all rows of the page, or none, and tells who listens. */
export function tickAll(checked: boolean): void {
  for (const tick of ticks()) tick.checked = checked;
  document.dispatchEvent(new Event('change'));
}
