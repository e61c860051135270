import { invalid, type AppError } from '@/lib/core/errors';
import type { FieldName, PersonEdit, PersonState } from './schema';
import { FIELDS } from './schema';

const copy = (to: PersonState, from: PersonState, names: readonly FieldName[]): PersonState => ({
  ...to,
  ...(Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<PersonState>),
});

const RIGHTS = ['isStaff', 'right'] as const;

/** What an edit asks for: what was typed, but the other editor's version where that is taken. */
export function wantedOf(input: PersonEdit, now: PersonState): PersonState {
  const typed = copy(now, input, FIELDS);
  const kept = input.withRights ? [] : RIGHTS;
  return copy(typed, now, [...input.take, ...kept]);
}

const HELD_BY_DIRECTORY = ['firstName', 'lastName', 'email', 'phone'] as const;

/** Refuses, at the field, to change what the person's directory holds (spec §13). */
export function directoryRefusal(now: PersonState, wanted: PersonState): AppError | undefined {
  const changed = HELD_BY_DIRECTORY.filter((name) => now[name] !== wanted[name]);
  if (changed.length === 0) return undefined;
  const why = 'The directory holds this; have it changed there.';
  return invalid(Object.fromEntries(changed.map((name) => [name, why])));
}
