import { Field } from '@/components/form/field';
import { Select } from '@/components/ui/select';
import type { CompanyOffer } from '@/lib/organisation/choices';

type PlaceFieldProps = { departments: CompanyOffer['departments'] };

/** Department and position as one choice, so that they always belong together. */
export function PlaceField({ departments }: PlaceFieldProps) {
  return (
    <Field
      label="Department and position"
      name="place"
      hint={departments.length === 0 ? 'The company has no department yet.' : undefined}
    >
      <Select defaultValue="">
        <option value="">Choose…</option>
        {departments.map(({ id, name, positions }) => (
          <optgroup key={id} label={name}>
            <option value={id}>{name}, no position</option>
            {positions.map((position) => (
              <option key={position.id} value={`${id}/${position.id}`}>
                {position.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
