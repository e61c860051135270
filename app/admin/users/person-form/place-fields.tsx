'use client';

import { useContext, useState } from 'react';
import { Field } from '@/components/form/field';
import { FormContext } from '@/components/ui/field-context';
import { Select } from '@/components/ui/select';
import { useHydrated } from '@/components/ui/use-hydrated';
import { Pair } from './form-group';

type Choice = { id: string; name: string };
type Department = Choice & { positions: Choice[] };

type PlaceFieldsProps = {
  departments: Department[];
  departmentId?: string | null;
  positionId?: string | null;
};

const Options = ({ choices }: { choices: Choice[] }) =>
  choices.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));

/** Before scripts have loaded, the positions of every department; the server checks they agree. */
const AllPositions = ({ departments }: { departments: Department[] }) =>
  departments
    .filter(({ positions }) => positions.length > 0)
    .map(({ id, name, positions }) => (
      <optgroup key={id} label={name}>
        <Options choices={positions} />
      </optgroup>
    ));

/** Department, then a position of it. */
export function PlaceFields({ departments, departmentId, positionId }: PlaceFieldsProps) {
  const typed = useContext(FormContext)?.values;
  const [place, setPlace] = useState({
    department: String(typed?.departmentId ?? departmentId ?? ''),
    position: String(typed?.positionId ?? positionId ?? ''),
  });
  const hydrated = useHydrated();
  const chosen = departments.find(({ id }) => id === place.department);
  return (
    <Pair>
      <Field
        label="Department"
        name="departmentId"
        {...(departments.length === 0 && { hint: 'The company has no departments yet.' })}
      >
        <Select
          value={place.department}
          onChange={({ currentTarget }) =>
            setPlace({ department: currentTarget.value, position: '' })
          }
        >
          <option value="">None</option>
          <Options choices={departments} />
        </Select>
      </Field>
      <Field
        label="Position"
        name="positionId"
        {...(hydrated && !chosen && departments.length > 0
          ? { hint: 'Choose the department first.' }
          : {})}
      >
        <Select
          value={place.position}
          onChange={({ currentTarget }) => setPlace({ ...place, position: currentTarget.value })}
        >
          <option value="">None</option>
          {hydrated ? (
            <Options choices={chosen?.positions ?? []} />
          ) : (
            <AllPositions departments={departments} />
          )}
        </Select>
      </Field>
    </Pair>
  );
}
