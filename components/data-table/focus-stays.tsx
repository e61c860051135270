'use client';

import { useEffect, useRef, type ReactNode } from 'react';

const isLost = () => document.activeElement === document.body;

/**
 * Around links that take themselves away when they are followed: the focus then goes to the first
 * that is left, or to the search of the list.
 */
export function FocusStays({ className, children }: { className: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const isFollowed = useRef(false);
  useEffect(() => {
    if (!isFollowed.current || !isLost()) return;
    isFollowed.current = false;
    box.current?.querySelector('a')?.focus();
  });
  useEffect(
    () => () => {
      if (!isFollowed.current || !isLost()) return;
      document.querySelector<HTMLElement>('main input[type="search"]')?.focus();
    },
    [],
  );
  return (
    <div ref={box} className={className} onClick={() => (isFollowed.current = true)}>
      {children}
    </div>
  );
}
