import { Field } from '@/components/form/field';
import { Select } from '@/components/ui/select';
import type { Choice } from '@/lib/organisation/choices';

type ChoiceFieldProps = {
  label: string;
  name: string;
  choices: Choice[];
  others?: { label: string; choices: Choice[] };
};

const options = (choices: Choice[]) =>
  choices.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));

/** One of what a company offers; others, which belong to no company, apart. */
export function ChoiceField({ label, name, choices, others }: ChoiceFieldProps) {
  const none = choices.length + (others?.choices.length ?? 0) === 0;
  return (
    <Field
      label={label}
      name={name}
      required
      hint={none ? 'The company has none yet; make one under Organisation.' : undefined}
    >
      <Select defaultValue="">
        <option value="">Choose…</option>
        {options(choices)}
        {others?.choices.length ? (
          <optgroup label={others.label}>{options(others.choices)}</optgroup>
        ) : null}
      </Select>
    </Field>
  );
}
