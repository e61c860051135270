import type { ActionState } from '@/lib/core/action-state';
import {
  fieldName,
  FIELDS,
  type AssignmentReference,
  type AssignmentState,
  type FieldName,
} from '@/lib/contracts/assignments/policy';

// What a row of the form holds: as it was opened, as it was typed, or, once somebody else saved
// first, as it is there now in all that was not touched here.

export type Seen = AssignmentState & { version: number };

const TICKS = new Set<FieldName>(['isActive', 'isApprover', 'isNamedManager']);

const isTicked = (sent: string | string[]) => [sent].flat().includes('on');

/** A value as the form sent it; undefined for what it has no field of. */
function typedIn(values: NonNullable<ActionState['values']>, name: FieldName, field: string) {
  const sent = values[field];
  if (sent === undefined) return undefined;
  if (TICKS.has(name)) return isTicked(sent);
  const text = [sent].flat()[0] ?? '';
  return name === 'party' ? Number(text) : text;
}

/** Every assignment that changed meanwhile, by key, as it is there now. */
const overtakenIn = ({ versions }: ActionState): Record<string, Seen> =>
  versions ? (JSON.parse(versions.seen) as Record<string, Seen>) : {};

/** What a row shows and what it sends as seen, after the last answer. */
export function rowAfter(state: ActionState, opened: Seen & AssignmentReference) {
  const { values = {} } = state;
  const sent = values[fieldName('seen', opened)];
  const { contractId, userId, ...first } = opened;
  const seen = typeof sent === 'string' ? (JSON.parse(sent) as Seen) : first;
  const now = overtakenIn(state)[`${contractId} ${userId}`];
  const shown = FIELDS.map((name) => {
    const typed = typedIn(values, name, fieldName(name, opened)) ?? seen[name];
    return [name, now && typed === seen[name] ? now[name] : typed];
  });
  return {
    seen: now ?? seen,
    shown: Object.fromEntries(shown) as Record<FieldName, string | number | boolean>,
    isOvertaken: now !== undefined,
  };
}
