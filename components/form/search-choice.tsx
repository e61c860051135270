'use client';

import { useContext } from 'react';
import { FieldContext } from '@/components/ui/field-context';
import { Select } from '@/components/ui/select';
import { useHydrated } from '@/components/ui/use-hydrated';
import { ChoiceBox } from './choice-box';
import type { Choice } from './use-choices';

export type SearchChoiceProps = {
  /** The form's name of the id. */
  name: string;
  /** What it is a choice of, for the buttons beside the text; the label itself is the field's. */
  label: string;
  /** Nothing chosen, in words: "Any company". */
  none: string;
  /**
   * The handler's address with a query; `&q=` and what is typed are added. Answers `choices`. Without
   * one, `first` are all there are.
   */
  source?: string;
  /** The first ones, to choose from before any script; without them they are asked for. */
  first: Choice[] | undefined;
  chosen: Choice | null;
  onChoose: (choice: Choice | null) => void;
  disabled?: boolean;
};

/** One choice out of very many, by typing; out of the first ones as long as no script has loaded. */
export function SearchChoice(props: SearchChoiceProps) {
  const { name, label, none, first = [], chosen, disabled } = props;
  const hydrated = useHydrated();
  const labelled = useContext(FieldContext) ? {} : { 'aria-label': label };
  if (hydrated) return <ChoiceBox {...props} />;
  const shown = chosen && !first.some(({ id }) => id === chosen.id) ? [chosen, ...first] : first;
  return (
    <Select name={name} {...labelled} disabled={disabled} defaultValue={chosen?.id ?? ''}>
      <option value="">{none}</option>
      {shown.map(({ id, name: text, detail }) => (
        <option key={id} value={id}>
          {detail ? `${text} · ${detail}` : text}
        </option>
      ))}
    </Select>
  );
}
