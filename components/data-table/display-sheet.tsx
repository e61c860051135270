'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { rememberInCookie } from '@/components/shell/cookie';
import { Checkbox } from '@/components/ui/checkbox';
import { Radio } from '@/components/ui/radio';
import { Sheet } from '@/components/ui/sheet';
import type { Density } from './data-table';

type DisplaySheetProps = {
  /** The columns that can be hidden, in their order. */
  columns: { id: string; label: string }[];
  hidden: string[];
  density: Density;
};

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable', hint: 'Rows of 40 pixels' },
  { value: 'compact', label: 'Compact', hint: 'Rows of 32 pixels' },
] as const;

/** Which columns this browser shows and how close its rows stand; the server reads it with the list. */
export function DisplaySheet({ columns, ...given }: DisplaySheetProps) {
  const [hidden, setHidden] = useState(given.hidden);
  const [density, setDensity] = useState(given.density);
  const [pending, startTransition] = useTransition();
  const router = useRouter();

  function show(id: string, shown: boolean) {
    const next = shown ? hidden.filter((one) => one !== id) : [...hidden, id];
    setHidden(next);
    rememberInCookie('hidden-columns', next.join('.'));
    startTransition(() => router.refresh());
  }

  function space(next: Density) {
    setDensity(next);
    rememberInCookie('density', next);
    startTransition(() => router.refresh());
  }

  return (
    <Sheet id="display" title="Display">
      <fieldset className="grid gap-1" data-pending={pending || undefined}>
        <legend className="mb-2 font-medium">Density</legend>
        {DENSITIES.map(({ value, label, hint }) => (
          <Radio
            key={value}
            name="density"
            label={label}
            hint={hint}
            checked={density === value}
            onChange={() => space(value)}
          />
        ))}
      </fieldset>
      <fieldset className="mt-6 grid gap-1">
        <legend className="mb-2 font-medium">Columns</legend>
        {columns.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={!hidden.includes(id)}
            onChange={(event) => show(id, event.target.checked)}
          />
        ))}
      </fieldset>
    </Sheet>
  );
}
