import type { z } from 'zod';
import { dayInput, emailInput, lineInput, phoneInput } from '@/lib/core/input';
import { colourInput } from '@/lib/lifecycle/schema';
import type { ImportField, ImportPlan } from '../schema';
import { readDay } from './day';
import { withCountry } from './phone';

/** A person of the file as they would be stored; a field the file has not is absent. */
export type ImportedPerson = Partial<Record<Exclude<ImportField, 'groups' | 'roles'>, string>> & {
  groups?: string[];
  roles?: string[];
};

/** What is wrong, by field; `row` is the row as a whole. */
export type RowErrors = Partial<Record<ImportField | 'row', string>>;

export type ReadRow = { person: ImportedPerson; errors: RowErrors };

const NO_COUNTRY =
  'Write the number with its country, such as +380 44 123 4567, or choose the country of numbers without one.';

const names = (label: string) => lineInput(label, 200);

/** #abc is #aabbcc wherever colours are written so. */
const wide = (text: string) =>
  text.trim().replace(/^#([\da-f])([\da-f])([\da-f])$/i, '#$1$1$2$2$3$3');

type Checked<Value = string> = { value?: Value; error?: string };

function checked(schema: z.ZodType<string>, value: string): Checked {
  const result = schema.safeParse(value);
  return result.success ? { value: result.data } : { error: result.error.issues[0]?.message ?? '' };
}

function checkedPhone(cell: string, country: string | null): Checked {
  const text = withCountry(cell, country);
  return text.startsWith('+') || country ? checked(phoneInput, text) : { error: NO_COUNTRY };
}

function checkedDay(cell: string, { dateOrder }: ImportPlan): Checked {
  const reading = readDay(cell, dateOrder);
  return 'problem' in reading ? { error: reading.problem } : checked(dayInput, reading.day);
}

const LINES = {
  firstName: lineInput('The first name', 100),
  lastName: lineInput('The last name', 100),
  company: names('The company'),
  department: names('The department'),
  position: names('The position'),
} as const;

/** Names in one cell: at semicolons or new lines; where there are none, at commas. */
export function namesIn(cell: string): string[] {
  const parts = cell.split(/[;\n]/.test(cell) ? /[;\n]/ : ',');
  const found = parts.map((part) => part.normalize('NFC').replace(/\s+/gu, ' ').trim());
  return [...new Set(found.filter(Boolean))];
}

const MOST_NAMES = 100; // in one cell
const LONGEST_NAME = 200; // characters

// Cut in two, a character of two units would be none that the database knows.
const quoted = (text: string) =>
  text.length > 40 ? `“${text.slice(0, 40).toWellFormed()}…”` : `“${text}”`;

function checkedNames(cell: string): Checked<string[]> {
  const value = namesIn(cell);
  if (value.length > MOST_NAMES) {
    const found = value.length.toLocaleString('en');
    return { error: `${quoted(cell)} has ${found} names, and ${MOST_NAMES} are the most.` };
  }
  const long = value.find((name) => name.length > LONGEST_NAME);
  return long === undefined
    ? { value }
    : { error: `${quoted(long)} has more than the ${LONGEST_NAME} characters of a name.` };
}

type Value = string | string[];

function checkedField(field: ImportField, cell: string, plan: ImportPlan): Checked<Value> {
  switch (field) {
    case 'email':
      return checked(emailInput, cell);
    case 'phone':
      return checkedPhone(cell, plan.country);
    case 'startDate':
    case 'endDate':
      return checkedDay(cell, plan);
    case 'colour':
      return checked(colourInput, wide(cell));
    case 'groups':
    case 'roles':
      return checkedNames(cell);
    default:
      return checked(LINES[field], cell);
  }
}

const LABEL_REQUIRED: Partial<Record<ImportField, string>> = {
  email: 'The e-mail is required.',
  firstName: 'The first name is required.',
  lastName: 'The last name is required.',
};

function assertWhole({ person, errors }: ReadRow, plan: ImportPlan) {
  for (const [field, message] of Object.entries(LABEL_REQUIRED) as [ImportField, string][]) {
    if (person[field] === undefined) errors[field] ??= message;
  }
  if (!plan.companyId && person.company === undefined)
    errors.company ??= 'The company is required.';
  if (person.position && !person.department && !errors.department) {
    errors.department = 'A position needs its department.';
  }
  if (person.startDate && person.endDate && person.startDate > person.endDate) {
    errors.endDate = 'The end date lies before the start date.';
  }
}

/** Is this row the headers once more, where it is looked at? */
const repeats = (cells: string[], headers: string[], { columns }: ImportPlan) =>
  columns.every(
    (field, place) =>
      field === null ||
      (cells[place] ?? '').replace(/\s+/gu, ' ').trim() === (headers[place] ?? ''),
  );

function rowProblem(cells: string[], headers: string[], plan: ImportPlan): string | undefined {
  if (repeats(cells, headers, plan)) return 'This row repeats the headers. It is no person.';
  const beyond = cells.slice(headers.length).find((cell) => cell.trim() !== '');
  return beyond === undefined
    ? undefined
    : `${quoted(beyond)} stands beyond the last header. Look whether the cells of this row have moved.`;
}

// Of these many rows say the same: what was found of one counts for all.
const REPEATED: ReadonlySet<ImportField> = new Set([
  'company',
  'department',
  'position',
  'startDate',
  'endDate',
  'colour',
]);
const REMEMBERED = 5000; // cells of a column

type Check = (cell: string) => Checked<Value>;

function remembering(check: Check): Check {
  const known = new Map<string, Checked<Value>>();
  return (cell) => {
    const found = known.get(cell) ?? check(cell);
    if (known.size < REMEMBERED) known.set(cell, found);
    return found;
  };
}

/**
 * What reads a row of the file as a person, with what is wrong in its form (spec §7): by the rules of
 * all forms (lib/core/input). What only the database knows is judged there.
 */
export function rowReader(headers: string[], plan: ImportPlan): (cells: string[]) => ReadRow {
  const checks = plan.columns.map((field): Check => {
    if (field === null) return () => ({});
    const check: Check = (cell) => checkedField(field, cell, plan);
    return REPEATED.has(field) ? remembering(check) : check;
  });
  const readCell = (row: ReadRow, field: ImportField, place: number, cell: string) => {
    const person: Partial<Record<ImportField, Value>> = row.person;
    const { value, error } = checks[place]?.(cell) ?? {};
    if (value !== undefined) person[field] = value;
    if (error !== undefined) row.errors[field] = error;
  };
  return (cells) => {
    const problem = rowProblem(cells, headers, plan);
    if (problem) return { person: {}, errors: { row: problem } };
    const row: ReadRow = { person: {}, errors: {} };
    plan.columns.forEach((field, place) => {
      const cell = cells[place] ?? '';
      if (field !== null && cell.trim() !== '') readCell(row, field, place, cell);
    });
    assertWhole(row, plan);
    return row;
  };
}
