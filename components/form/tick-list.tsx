'use client';

import { CircleAlert } from 'lucide-react';
import { useContext, useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { FormContext } from '@/components/ui/field-context';
import { Input } from '@/components/ui/input';
import { useHydrated } from '@/components/ui/use-hydrated';

type Option = { id: string; name: string; hint?: string };

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

/** Any number out of a list, each a tick under one name; a long one can be narrowed by typing. */
export function TickList({ label, name, options, chosen = [], hint, none }: TickListProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  const [text, setText] = useState('');
  const narrowed = useHydrated() && options.length > LONG;
  const id = form ? `${form.id}-${name}` : ownId;
  const error = form?.fields[name];
  const isShown = (option: Option) => option.name.toLowerCase().includes(text.trim().toLowerCase());
  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined} className="min-w-0">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {hint ? <p className="mb-2 text-sm text-muted">{hint}</p> : null}
      {options.length === 0 ? <p className="text-sm text-faint">{none}</p> : null}
      {narrowed ? (
        <Input
          type="search"
          aria-label={`Narrow ${label.toLowerCase()}`}
          placeholder={`Narrow ${options.length.toLocaleString('en')} by name`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
          className="mb-2"
        />
      ) : null}
      {options.length > 0 ? (
        <ul className="grid max-h-64 gap-x-4 gap-y-1 overflow-y-auto rounded-md border px-3 py-2 sm:grid-cols-2">
          {options.map((option) => (
            <li
              key={option.id}
              hidden={narrowed && !isShown(option)}
              className="min-w-0 wrap-anywhere"
            >
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
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 flex gap-1.5 text-sm text-state-danger">
          <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
