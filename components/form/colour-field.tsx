'use client';

import { useContext, useId, useState } from 'react';
import { FormContext } from '@/components/ui/field-context';
import { Input } from '@/components/ui/input';
import { useHydrated } from '@/components/ui/use-hydrated';
import { FieldError } from './field-error';
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

type ColourFieldProps = {
  given?: string | null;
  /** Can no colour be chosen as well? */
  orNone?: boolean;
};

/**
 * A person's colour (field `colour`): none, one of the swatches, or any as #rrggbb. One group of
 * native radios, so that it is one stop of Tab and sent before any script; typing needs scripts.
 */
export function ColourField({ given = null, orNone = true }: ColourFieldProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  const typed = form?.values?.colour;
  const [value, setValue] = useState(typeof typed === 'string' ? typed : (given ?? ''));
  const hydrated = useHydrated();
  const id = form ? `${form.id}-colour` : ownId;
  const error = form?.fields.colour;
  const shown = value.trim().toLowerCase();
  const known = COLOURS.find(([, colour]) => colour === shown);
  return (
    <fieldset id={hydrated ? undefined : id} className="min-w-0">
      <legend className="mb-1.5 font-medium">Colour</legend>
      <div className="-ml-1.5 flex flex-wrap items-center gap-1">
        {orNone ? (
          <Swatch
            label="No colour"
            colour={null}
            value=""
            checked={shown === ''}
            onChange={() => setValue('')}
          />
        ) : null}
        {COLOURS.map(([name, colour]) => (
          <Swatch
            key={colour}
            label={name}
            colour={colour}
            value={colour}
            checked={shown === colour}
            onChange={() => setValue(colour)}
          />
        ))}
        {shown !== '' && !known ? (
          <Swatch
            label={`Typed, ${shown}`}
            colour={COLOUR.test(shown) ? shown : null}
            value={value}
            checked
            readOnly
          />
        ) : null}
        {hydrated ? (
          // Without a name: the radio sends it.
          <Input
            id={id}
            name=""
            aria-label="Colour as #rrggbb"
            aria-invalid={error !== undefined}
            aria-describedby={error ? `${id}-error` : `${id}-hint`}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            placeholder="#rrggbb"
            autoComplete="off"
            spellCheck={false}
            maxLength={7}
            className="ml-1 h-8 w-28 font-mono"
          />
        ) : null}
        {known ? (
          <span aria-hidden className="ml-1 text-sm text-muted">
            {known[0]}
          </span>
        ) : null}
      </div>
      <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
        Marks the person in lists and exports.
      </p>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}
