import { AppError } from '@/lib/core/errors';
import { CONTRACT_LABELS } from './labels';
import { CONTRACT_FIELDS, type ContractEdit, type ContractState } from './schema';

/** What an edit asks for: what was typed, but the other editor's version where that is taken. */
export function wantedOf(input: ContractEdit, now: ContractState): ContractState {
  const { contractId: _, seen: __, take, ...typed } = input;
  const taken = take.map((field) => [field, now[field]]);
  return { ...typed, ...(Object.fromEntries(taken) as Partial<ContractState>) };
}

const inWords = (value: string | boolean) =>
  typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;

/**
 * Refuses a save over what somebody else changed since it was seen, and tells both versions. What
 * this editor did not touch is proposed to be taken from the other.
 */
export function assertSeen(
  seen: ContractEdit['seen'],
  now: ContractState,
  wanted: ContractState,
): void {
  const overtaken = CONTRACT_FIELDS.filter(
    (field) => seen[field] !== now[field] && now[field] !== wanted[field],
  );
  if (overtaken.length === 0) return;
  throw new AppError(
    'conflict',
    'Somebody else changed this contract while you did. Nothing of yours is saved yet: compare both versions below, then save again.',
    {},
    {
      seen: JSON.stringify(now),
      fields: overtaken.map((name) => ({
        name,
        label: CONTRACT_LABELS[name],
        mine: inWords(wanted[name]),
        theirs: inWords(now[name]),
        take: wanted[name] === seen[name],
      })),
    },
  );
}

/** What of two versions differs, before and after; undefined where nothing does. */
export function changesOf(now: ContractState, next: ContractState) {
  const changed = CONTRACT_FIELDS.filter((field) => now[field] !== next[field]);
  if (changed.length === 0) return undefined;
  const only = (from: ContractState) =>
    Object.fromEntries(changed.map((field) => [field, from[field]]));
  return { before: only(now), after: only(next) };
}
