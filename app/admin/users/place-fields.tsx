'use client';

import { useState } from 'react';
import { Field } from '@/components/form/field';
import { SearchChoice } from '@/components/form/search-choice';
import type { Choice } from '@/components/form/use-choices';
import { FILTER_LABELS } from '@/lib/users/labels';
import { PLACES, type Place, type Places } from './places';

type PlaceFieldsProps = {
  chosen: Places;
  /** The first choices of each for what is chosen. */
  first: Record<Place, Choice[]>;
  /** The one company of an administrator who sees no other. */
  home: string | null;
};

const NONE: Record<Place, string> = {
  company: 'Any company',
  department: 'Any department',
  position: 'Any position',
  role: 'Any platform role',
  group: 'Any group',
  contract: 'Any contract',
};

// What belongs to a choice goes with it.
const BELOW: Record<Place, Place[]> = {
  company: ['department', 'position', 'role', 'group', 'contract'],
  department: ['position'],
  position: [],
  role: [],
  group: [],
  contract: [],
};

function sourceOf(kind: Place, company: string | undefined, department: string | undefined) {
  const query = new URLSearchParams({
    kind,
    ...(company && kind !== 'company' && { company }),
    ...(department && kind === 'position' && { department }),
  });
  return `/api/people/choices?${query.toString()}`;
}

/** Company, then its departments and roles, then the department's positions; groups and contracts. */
export function PlaceFields({ chosen: given, first, home }: PlaceFieldsProps) {
  const [chosen, setChosen] = useState(given);
  const company = chosen.company?.id ?? home ?? undefined;
  const department = chosen.department?.id;

  function choose(kind: Place, choice: Choice | null) {
    const below = Object.fromEntries(BELOW[kind].map((place) => [place, undefined]));
    setChosen({ ...chosen, ...below, [kind]: choice ?? undefined });
  }

  const waits: Partial<Record<Place, string | false>> = {
    department: !company && 'Choose a company first.',
    role: !company && 'Choose a company first.',
    position: !department && 'Choose a department first.',
  };
  const asBefore = {
    company: true,
    department: given.company?.id === chosen.company?.id,
    position: given.department?.id === department,
    role: given.company?.id === chosen.company?.id,
    group: given.company?.id === chosen.company?.id,
    contract: given.company?.id === chosen.company?.id,
  };
  return PLACES.filter((kind) => kind !== 'company' || !home).map((kind) => {
    const hint = (!chosen[kind] && waits[kind]) || undefined;
    return (
      <Field key={kind} label={FILTER_LABELS[kind]} name={kind} hint={hint}>
        <SearchChoice
          name={kind}
          label={FILTER_LABELS[kind]}
          none={NONE[kind]}
          source={sourceOf(kind, company, department)}
          first={asBefore[kind] ? first[kind] : undefined}
          chosen={chosen[kind] ?? null}
          onChoose={(choice) => choose(kind, choice)}
          disabled={hint !== undefined}
        />
      </Field>
    );
  });
}
