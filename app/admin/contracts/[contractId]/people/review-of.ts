import type { Review } from '@/lib/core/action-state';
import type { InWords, Judged } from '@/lib/contracts/assignments/judge';
import { ASSIGNMENT_LABELS, EMAIL_LABELS, PARTY_LABELS } from '@/lib/contracts/assignments/labels';
import {
  FIELDS,
  thresholdText,
  type EmailSetting,
  type FieldName,
  type Party,
} from '@/lib/contracts/assignments/policy';

const keyOf = (name: FieldName) => (name === 'roleId' ? 'role' : name);

function text(name: FieldName, words: InWords, currency: string): string {
  const value = words[keyOf(name)];
  if (name === 'party') return PARTY_LABELS[Number(value) as Party];
  if (name === 'threshold') return `${thresholdText(String(value), currency)} ${currency}`;
  if (name === 'emailSetting') return EMAIL_LABELS[value as EmailSetting];
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
}

/** What was judged, as it is shown before it is submitted. */
export const reviewOf = (judged: Judged[]): Review =>
  judged.map(({ name, number, currency, before, after }) => ({
    title: `${name}, ${number}`,
    changes: FIELDS.filter((field) => keyOf(field) in after).map((field) => ({
      label: ASSIGNMENT_LABELS[field],
      before: before && text(field, before, currency),
      after: text(field, after, currency),
    })),
  }));
