'use client';

import { useContext, useState } from 'react';
import { FormContext } from '@/components/ui/field-context';
import { Input } from '@/components/ui/input';
import { Field } from './field';
import { Swatch } from './swatch';

// Apart in hue, and each seen on light and dark alike.
const COLOURS = [
  ['Red', '#d64545'],
  ['Orange', '#d9772b'],
  ['Amber', '#c79a1b'],
  ['Green', '#3f9c5a'],
  ['Teal', '#2b9a9a'],
  ['Blue', '#2f6fed'],
  ['Indigo', '#5b5bd6'],
  ['Violet', '#8e4ec6'],
  ['Pink', '#d6409f'],
  ['Grey', '#7c828d'],
] as const;

const COLOUR = /^#[0-9a-f]{6}$/i;

/** A person's colour (field `colour`): typed as #rrggbb, or one of the swatches. */
export function ColourField({ given = null }: { given?: string | null }) {
  const typed = useContext(FormContext)?.values?.colour;
  const [value, setValue] = useState(typeof typed === 'string' ? typed : (given ?? ''));
  const shown = COLOUR.test(value.trim()) ? value.trim().toLowerCase() : null;
  return (
    <div className="grid gap-2">
      <Field label="Colour" name="colour" hint="Marks the person in lists and exports. Optional.">
        <Input
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          placeholder="#2f6fed"
          autoComplete="off"
          spellCheck={false}
          maxLength={7}
          className="font-mono"
        />
      </Field>
      <div role="group" aria-label="Colours to choose from" className="flex flex-wrap gap-1">
        {COLOURS.map(([name, colour]) => (
          <Swatch
            key={colour}
            name={name}
            colour={colour}
            chosen={shown === colour}
            onChoose={() => setValue(shown === colour ? '' : colour)}
          />
        ))}
        {shown && COLOURS.every(([, colour]) => colour !== shown) ? (
          <Swatch name="Typed" colour={shown} chosen onChoose={() => setValue('')} />
        ) : null}
      </div>
    </div>
  );
}
