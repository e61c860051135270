import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { FIELDS, SEATS, type FieldName } from './policy';
import {
  fields,
  MOST_ROWS,
  reference,
  replacements,
  seenState,
  type AssignmentChanges,
  type AssignmentRow,
} from './schema';

// What the forms send, as the commands take it.

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FORM_FIELD = new RegExp(`^(seen|${FIELDS.join('|')})\\.(${UUID})\\.(${UUID})$`);

const TEXTS = new Set<FieldName>(['roleId', 'threshold', 'emailSetting']);

/** A form's value as it is judged: a tick sends `off` and, when ticked, `on`. */
function read(name: FieldName, value: string | string[]): unknown {
  if (TEXTS.has(name)) return value;
  return name === 'party' ? Number(value) : [value].flat().includes('on');
}

const seenRow = seenState.extend({ version: z.number().int().min(1) });

type Typed = { name: FieldName; field: string; value: string | string[] };
type FormRow = { contractId: string; userId: string; seen: unknown; typed: Typed[] };

/** The fields of a form by the assignment they are of; null where one is no such field. */
function rowsIn(form: Record<string, string | string[]>): FormRow[] | null {
  const rows = new Map<string, FormRow>();
  for (const [field, value] of Object.entries(form)) {
    const [, name, contractId = '', userId = ''] = FORM_FIELD.exec(field) ?? [];
    if (!name) return null;
    const row = rows.get(contractId + userId) ?? { contractId, userId, seen: null, typed: [] };
    rows.set(contractId + userId, row);
    if (name === 'seen') row.seen = value;
    else row.typed.push({ name: name as FieldName, field, value });
  }
  return [...rows.values()];
}

function seenIn(text: unknown): z.infer<typeof seenRow> | undefined {
  try {
    return seenRow.safeParse(JSON.parse(String(text))).data;
  } catch {
    return undefined;
  }
}

/** What a form changes: of each assignment only the fields that differ from what was seen. */
function changesIn(
  form: Record<string, string | string[]>,
  context: z.RefinementCtx,
): AssignmentRow[] {
  const issue = (path: string[], message: string) =>
    context.addIssue({ code: 'custom', path, message, input: form });
  const rows = rowsIn(form);
  if (!rows || rows.length > MOST_ROWS) issue([], 'Not this form.');
  return (rows ?? []).flatMap(({ contractId, userId, seen: text, typed }) => {
    const { version, ...seen } = seenIn(text) ?? { version: 0 };
    if (!('party' in seen)) {
      issue([], 'Not this form.');
      return [];
    }
    const changed = typed.flatMap(({ name, field, value }) => {
      const result = fields[name].safeParse(read(name, value));
      if (!result.success) issue([field], result.error.issues[0]?.message ?? 'Choose again.');
      return result.success && result.data !== seen[name] ? [[name, result.data]] : [];
    });
    const change = Object.fromEntries(changed) as Partial<typeof seen>;
    return changed.length > 0 ? [{ contractId, userId, version, seen, ...change }] : [];
  });
}

const sent = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The form of rows: what it changes, and whether to verify it, to submit it or to go on editing. */
export const assignmentForm = sent.transform(({ step, ...form }, context) => {
  if (step === 'edit') return { step, rows: [] };
  const known = step === 'verify' || step === 'submit';
  const rows = changesIn(form, context);
  const message = known ? 'Nothing is changed yet.' : 'Not this form.';
  if (!known || (rows.length === 0 && context.issues.length === 0)) {
    context.addIssue({ code: 'custom', path: known ? ['step'] : [], message, input: form });
  }
  return { step: step === 'submit' ? ('submit' as const) : ('verify' as const), rows };
});

/** The form that adds one person to a contract. */
export const personToAdd = z
  .strictObject({
    ...reference,
    userId: idInput('Choose a person.'),
    party: z.enum(['1', '2'], 'Choose a party.').transform((party) => (party === '1' ? 1 : 2)),
    roleId: fields.roleId,
    threshold: fields.threshold,
    emailSetting: fields.emailSetting,
    isApprover: z.literal('on').optional(),
    isNamedManager: z.literal('on').optional(),
  })
  .transform(({ isApprover, isNamedManager, ...row }): AssignmentChanges => ({
    rows: [
      {
        ...row,
        version: null,
        isActive: true,
        ...(isApprover && { isApprover: true }),
        ...(isNamedManager && { isNamedManager: true }),
      },
    ],
  }));

const successor = z.union([z.literal(''), idInput()]).optional();

/** The form that replaces a key person: a successor for each seat that goes to another. */
export const successorsForm = z
  .strictObject({
    contractId: idInput(),
    fromUserId: idInput(),
    approver: successor,
    named_manager: successor,
  })
  .transform(({ contractId, fromUserId, ...chosen }, context) => {
    const moves = SEATS.flatMap((seat) => {
      const toUserId = chosen[seat];
      return toUserId ? [{ contractId, fromUserId, toUserId, seat }] : [];
    });
    if (moves.length === 0) {
      const path = [SEATS.find((seat) => chosen[seat] !== undefined) ?? SEATS[0]];
      context.addIssue({ code: 'custom', path, message: 'Choose a successor.', input: chosen });
    }
    return { replacements: moves };
  })
  .pipe(replacements);
