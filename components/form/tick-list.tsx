'use client';

import { useContext, useId, useState, type ChangeEvent } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { FormContext } from '@/components/ui/field-context';
import { FieldError } from './field-error';
import { LongTickList, type Option } from './long-tick-list';

type TickListProps = {
  /** What the list is of: "Platform roles". */
  label: string;
  name: string;
  options: Option[];
  chosen?: string[];
  hint?: string;
  /** In words: there is nothing to choose. */
  none: string;
};

const LONG = 10; // more are searched rather than read

const idsTicked = (list: Element) =>
  [...list.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);

/** Any number out of a list, each a tick under one name; a long one is closed until it is opened. */
export function TickList({ label, name, options, chosen = [], hint, none }: TickListProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  const id = form ? `${form.id}-${name}` : ownId;
  const error = form?.fields[name];
  const sent = form?.values && [form.values[name] ?? []].flat();
  const [ticked, setTicked] = useState(sent ?? chosen);
  const isLong = options.length > LONG;

  const ticks = (isShown: (option: Option) => boolean) => (
    <ul
      onChange={({ currentTarget }: ChangeEvent<HTMLUListElement>) =>
        setTicked(idsTicked(currentTarget))
      }
      className="grid max-h-64 gap-x-4 gap-y-1 overflow-y-auto rounded-md border px-3 py-2 sm:grid-cols-2"
    >
      {options.map((option) => (
        <li key={option.id} hidden={!isShown(option)} className="min-w-0 wrap-anywhere">
          <Checkbox
            name={name}
            value={option.id}
            label={option.name}
            hint={option.hint}
            defaultChecked={chosen.includes(option.id)}
          />
        </li>
      ))}
    </ul>
  );

  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined} className="min-w-0">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {hint ? <p className="mb-2 text-sm text-muted">{hint}</p> : null}
      {options.length === 0 ? <p className="text-sm text-faint">{none}</p> : null}
      {options.length > 0 && !isLong ? ticks(() => true) : null}
      {isLong ? (
        <LongTickList
          label={label}
          options={options}
          ticked={ticked}
          open={error !== undefined}
          ticks={ticks}
        />
      ) : null}
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}
