import 'server-only';
import type { Conflict } from '@/lib/core/action-state';
import type { Transaction } from '@/lib/core/db';
import { AppError, forbidden, notFound } from '@/lib/core/errors';
import type { Asked, Judged } from './judge';
import { ASSIGNMENT_LABELS, EMAIL_LABELS, PARTY_LABELS, REFUSALS } from './labels';
import { FIELDS, fieldName, thresholdText, type AssignmentState, type FieldName } from './policy';

/** Why a row is refused, in words, with what it is about. */
const refusalText = ({ refusal, name, number }: Judged): string =>
  refusal ? `${name}, ${number}: ${REFUSALS[refusal].text}` : '';

const keyOf = ({ contractId, userId }: { contractId: string; userId: string }) =>
  `${contractId} ${userId}`;

function inWords(
  state: AssignmentState,
  name: FieldName,
  currency: string,
  roles: Map<string, string>,
) {
  if (name === 'party') return PARTY_LABELS[state.party];
  if (name === 'roleId') return roles.get(state.roleId) ?? '—';
  if (name === 'threshold') return `${thresholdText(state.threshold, currency)} ${currency}`;
  if (name === 'emailSetting') return EMAIL_LABELS[state.emailSetting];
  return state[name] ? 'Yes' : 'No';
}

/** Both versions of the rows that somebody else changed meanwhile, and what there is now, to go on from. */
async function overtaken(tx: Transaction, judged: Judged[], { rows }: Asked): Promise<Conflict> {
  const asked = new Map(rows.map((row) => [keyOf(row), row]));
  const stale = judged.flatMap((one) => {
    const row = asked.get(keyOf(one));
    if (one.refusal !== 'stale' || !one.now || !row || row.version === null) return [];
    const { now } = one;
    const seen: AssignmentState = row.seen ?? now;
    const mine = Object.fromEntries(FIELDS.map((name) => [name, row[name] ?? seen[name]]));
    return [{ one, now, seen, mine: mine as AssignmentState }];
  });
  const ids = stale.flatMap(({ now, mine }) => [now.roleId, mine.roleId]);
  const companies = stale.map(({ one }) => one.contractId);
  const named = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT g.id, g.name FROM contract_roles g WHERE g.id = ANY (${ids}::uuid[])
      AND g.company_id IN (SELECT company_id FROM contracts WHERE id = ANY (${companies}::uuid[]))`;
  const roles = new Map(named.map(({ id, name }) => [id, name]));
  return {
    seen: JSON.stringify(Object.fromEntries(stale.map(({ one, now }) => [keyOf(one), now]))),
    fields: stale.flatMap(({ one, now, seen, mine }) =>
      FIELDS.filter((name) => mine[name] !== now[name]).map((name) => ({
        name: fieldName(name, one),
        label: `${one.name}, ${one.number}: ${ASSIGNMENT_LABELS[name]}`,
        mine: inWords(mine, name, one.currency, roles),
        theirs: inWords(now, name, one.currency, roles),
        take: mine[name] === seen[name],
      })),
    ),
  };
}

/**
 * Throws what was refused, each row by name and why: 404 for what is outside the scope, 403 for what
 * the right does not have; else at the field of the form, with both versions of what is stale.
 */
export async function assertAccepted(
  tx: Transaction,
  judged: Judged[],
  asked: Asked,
): Promise<void> {
  const refused = judged.filter(({ refusal }) => refusal !== null);
  if (refused.length === 0) return;
  if (refused.some(({ refusal }) => refusal === 'not-found')) throw notFound('What you asked for');
  if (refused.some(({ refusal }) => refusal === 'forbidden')) throw forbidden();
  const fields = Object.fromEntries(
    refused.map((one) => [
      fieldName(one.refusal ? REFUSALS[one.refusal].field : 'row', one),
      refusalText(one),
    ]),
  );
  const isStale = refused.some(({ refusal }) => refusal === 'stale');
  throw new AppError(
    'conflict',
    isStale
      ? 'Somebody else changed this meanwhile. Nothing of yours is saved yet: compare both versions, then verify again.'
      : `Nothing was changed: ${refused.length === 1 ? 'one row was' : `${refused.length} rows were`} refused.`,
    fields,
    isStale ? await overtaken(tx, refused, asked) : undefined,
  );
}
