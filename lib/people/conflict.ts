import 'server-only';
import { RIGHT_LABELS } from '@/lib/access/rights';
import type { Conflict } from '@/lib/core/action-state';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { phoneText } from '@/lib/core/input';
import { companyOffer } from '@/lib/organisation/choices';
import { FIELD_LABELS } from './labels';
import { FIELDS, type FieldName, type PersonEdit, type PersonState } from './schema';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

type Seen = PersonEdit['seen'];

/** The fields that somebody else changed since they were seen, to something other than is wanted. */
export const overtakenIn = (seen: Seen, now: PersonState, wanted: PersonState): FieldName[] =>
  FIELDS.filter((name) => !same(seen[name], now[name]) && !same(now[name], wanted[name]));

/** The names of what the companies of both versions offer, by id: no others, whatever was sent. */
async function namesOf(tx: Transaction, actor: Actor, versions: PersonState[]) {
  const names = new Map<string, string>();
  const companies = new Set(versions.flatMap(({ companyId }) => companyId ?? []));
  for (const companyId of companies) {
    const offer = await companyOffer(actor, companyId, tx);
    const { departments, roles, groups, otherGroups, quizzes } = offer;
    const positions = departments.flatMap((department) => department.positions);
    const all = [offer, departments, positions, roles, groups, otherGroups, quizzes].flat();
    for (const { id, name } of all) names.set(id, name);
  }
  return names;
}

function inWords(state: PersonState, name: FieldName, names: Map<string, string>): string {
  const value = state[name];
  if (name === 'phone' && state.phone) return phoneText(state.phone);
  if (name === 'right' && state.right) return RIGHT_LABELS[state.right];
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const texts = [value ?? []].flat().map((one) => names.get(one) ?? one);
  return texts.length > 0 ? texts.join(', ') : '—';
}

/**
 * Tells a later save what is there now, beside what it brings (spec §7). What this editor did not
 * touch is proposed to be taken from the other; saved again, the rest goes over it, knowingly.
 */
export async function overtaken(
  tx: Transaction,
  actor: Actor,
  { seen, now, wanted }: { seen: Seen; now: PersonState; wanted: PersonState },
): Promise<AppError> {
  const names = await namesOf(tx, actor, [now, wanted]);
  const fields: Conflict['fields'] = overtakenIn(seen, now, wanted).map((name) => ({
    name,
    label: FIELD_LABELS[name],
    mine: inWords(wanted, name, names),
    theirs: inWords(now, name, names),
    take: same(wanted[name], seen[name]),
  }));
  return new AppError(
    'conflict',
    'Somebody else changed this person while you did. Nothing of yours is saved yet: compare both versions below, then save again.',
    {},
    { seen: JSON.stringify(now), fields },
  );
}
