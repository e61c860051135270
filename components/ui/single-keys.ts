'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';

const STORE = 'single-keys';
const CHANGED = 'single-keys-changed';

function isOn(): boolean {
  return localStorage.getItem(STORE) !== 'off';
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/** Whether shortcuts of a single character are on; they can be turned off (WCAG 2.1.4). */
export function useSingleKeysOn(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, isOn, () => true);
  const set = (next: boolean) => {
    localStorage.setItem(STORE, next ? 'on' : 'off');
    window.dispatchEvent(new Event(CHANGED));
  };
  return [on, set];
}

function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || target.matches('textarea, select, [role="menu"] *')) return false;
  if (target.matches('input:not([type="checkbox"], [type="radio"])')) return false;
  // A toast is a dialog too, but no modal one: unlike a sheet, it must not take the keys for as long as it shows.
  const taken = '[role="dialog"]:not([aria-modal="false"]), [popover]:popover-open';
  return document.querySelector(taken) === null;
}

/**
 * Runs a handler for a single key, unless someone is typing, a dialog is open or keys are off; a key
 * that types nothing, such as Escape, cannot be turned off.
 */
export function useSingleKeys(handlers: Record<string, () => boolean | void>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const handler = latest.current[event.key];
      if (!handler || !isFree(event)) return;
      if (event.key.length === 1 && !isOn()) return;
      if (handler() !== false) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
