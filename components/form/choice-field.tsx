'use client';

import { useContext, useState } from 'react';
import { FormContext } from '@/components/ui/field-context';
import { Field } from './field';
import { SearchChoice, type SearchChoiceProps } from './search-choice';
import type { Choice } from './use-choices';

type ChoiceFieldProps = Pick<SearchChoiceProps, 'name' | 'label' | 'none' | 'source'> & {
  first: Choice[];
  /** Chosen from the start. */
  given?: Choice | null;
  hint?: string;
  required?: boolean;
  /** Its name is told to readers alone, as in a line of filters. */
  bare?: boolean;
};

/** A field of a form that is one choice out of very many; after an error it stays as it was chosen. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { hint, required = false, bare = false, given = null, ...choice } = props;
  const sent = useContext(FormContext)?.values?.[props.name];
  const typed = props.first.find(({ id }) => id === sent) ?? null;
  const [chosen, setChosen] = useState(typed ?? given);
  const control = <SearchChoice {...choice} chosen={chosen} onChoose={setChosen} />;
  return bare ? (
    control
  ) : (
    <Field label={props.label} name={props.name} required={required} {...(hint && { hint })}>
      {control}
    </Field>
  );
}
