'use client';

import { useEffect, useRef } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { useHydrated } from '@/components/ui/use-hydrated';
import { SELECTION, tickAll, useTicked } from './use-ticked';

/** Selects one person, for the form of the selection; works before any script. */
export const Tick = ({ id, name }: { id: string; name: string }) => (
  <Checkbox form={SELECTION} name="userIds" value={id} aria-label={`Select ${name}`} />
);

/** Selects the people of this page, and nobody else. */
export function TickPage() {
  const box = useRef<HTMLInputElement>(null);
  const { ticked, shown } = useTicked();
  const all = shown > 0 && ticked === shown;
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked > 0 && !all;
  });
  if (!useHydrated()) return <span className="size-6" />;
  return (
    <Checkbox
      ref={box}
      aria-label="Select all on this page"
      checked={all}
      onChange={({ target }) => tickAll(target.checked)}
    />
  );
}
