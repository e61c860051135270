'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of what has just taken the place of a form; the focus goes on to it. */
export function StepHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className="font-semibold outline-none">
      {children}
    </h2>
  );
}
