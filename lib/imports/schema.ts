import { z } from 'zod';
import { idInput, optional, tickInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';
import { exportFormat } from '@/lib/exports/schema';
import { MAXIMUM_COLUMNS, MAXIMUM_FILE } from './policy';

/** What of a person a file may hold (spec §7). */
export const IMPORT_FIELDS = [
  'email',
  'firstName',
  'lastName',
  'phone',
  'company',
  'department',
  'position',
  'startDate',
  'endDate',
  'colour',
  'groups',
  'roles',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-5',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How to read a file, where the administrator knows better. */
const reading = {
  encoding: z.enum(['auto', ...ENCODINGS]).default('auto'),
  delimiter: z.enum(['auto', ...DELIMITERS]).default('auto'),
  /** Of a workbook with several: its name. */
  sheet: z
    .string()
    .trim()
    .max(100, 'A sheet has no longer name.')
    .regex(/^\P{Cc}*$/u, 'No sheet has such a name.')
    .default(''),
};
export type Reading = z.infer<z.ZodObject<typeof reading>>;

export const importUpload = z.strictObject({
  ...reading,
  file: z
    .file()
    .refine(({ size }) => size > 0, 'Choose a file that is not empty.')
    .refine(({ size }) => size <= MAXIMUM_FILE, 'The file is larger than 20 MB. Split it.'),
});
export type ImportUpload = z.infer<typeof importUpload>;

export const importReference = z.strictObject({ importId: idInput() });

/** What kind of file it was and how it was read; told on the page. */
export type Source = {
  kind: 'csv' | 'xlsx';
  encoding?: Encoding;
  isGuess?: boolean;
  delimiter?: Delimiter;
  sheet?: string;
  headerRow: number;
  /** Rows before the headers that are left out. */
  above: number[];
  /** Rows hidden in the workbook, which are taken like any other. */
  hidden: number;
};

/** In which order a date with slashes is written; null: not said. */
export const DATE_ORDERS = ['day', 'month'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const country = z.string().regex(/^[A-Z]{2}$/, 'Choose a country of the list.');

/** How the columns become people. */
export const importPlan = z.strictObject({
  /** Of each column of the file its field, or null: left out. */
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()).max(100),
  companyId: idInput().nullable(),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  /** Of phone numbers written without theirs. */
  country: country.nullable(),
  groupsFromRoles: z.boolean(),
  createMissing: z.boolean(),
});
export type ImportPlan = z.infer<typeof importPlan>;

const column = optional(z.enum(IMPORT_FIELDS));

const matched = {
  importId: idInput(),
  companyId: optional(idInput('Choose a company.')),
  dateOrder: optional(z.enum(DATE_ORDERS)),
  country: optional(country),
  groupsFromRoles: tickInput,
  createMissing: tickInput,
};
type Matched = z.output<z.ZodObject<typeof matched>>;

// One select a column, each with a name of its own, so that it keeps what was chosen.
const columnNames = Array.from({ length: MAXIMUM_COLUMNS }, (_, place) => `column-${place}`);
const columns: Record<string, typeof column> = Object.fromEntries(
  columnNames.map((name) => [name, column]),
);

/** The columns in their order, as far as they were chosen. */
function gathered(form: object): Matched & { columns: (ImportField | null)[] } {
  const fields = new Map<string, unknown>(Object.entries(form));
  const chosen = columnNames.map((name) => (fields.get(name) ?? null) as ImportField | null);
  const last = chosen.findLastIndex((field) => field !== null);
  for (const name of columnNames) fields.delete(name);
  return { ...(Object.fromEntries(fields) as Matched), columns: chosen.slice(0, last + 1) };
}

const REQUIRED = ['email', 'firstName', 'lastName'] as const;

type Say = (name: string, message: string) => void;

function checkColumns(columns: (ImportField | null)[], say: Say): void {
  columns.forEach((field, place) => {
    const first = columns.indexOf(field);
    if (field === null || first === place) return;
    say(
      `column-${place}`,
      `Column ${place + 1} is taken for the same as column ${first + 1}. Leave one out.`,
    );
  });
  if (!REQUIRED.every((field) => columns.includes(field))) {
    say('column-0', 'Choose the columns of the e-mail, the first name and the last name.');
  }
}

function checkCompany(companyId: string | null, named: number, say: Say): void {
  if (companyId !== null && named >= 0) {
    say(
      'companyId',
      `Column ${named + 1} names the company, too. Leave that column out, or choose no company here.`,
    );
  }
  if (companyId === null && named < 0) {
    say('companyId', 'Choose the company of everybody, or a column that names it.');
  }
}

/** The page on which columns are matched. */
export const importMapping = z
  .strictObject({ ...columns, ...matched })
  .transform(gathered)
  .superRefine(({ columns, companyId }, context) => {
    const say: Say = (name, message) => context.addIssue({ code: 'custom', path: [name], message });
    checkColumns(columns, say);
    checkCompany(companyId, columns.indexOf('company'), say);
  });
export type ImportMapping = z.output<typeof importMapping>;

const IMPORT_INVITES = ['none', 'first_login'] as const;

/** Create: what the check said there was, so that nothing else is done. */
export const importRun = z.strictObject({
  importId: idInput(),
  good: z.coerce.number().int().min(0),
  bad: z.coerce.number().int().min(0),
  skipBad: tickInput,
  invite: z.enum(IMPORT_INVITES),
});
export type ImportRun = z.infer<typeof importRun>;

/** The check of an import as its page asks for it. */
export const importRowsQuery = z.strictObject({
  show: z.enum(['all', 'errors']).default('all'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: pageSizeInput.default(25),
});
export type ImportRowsQuery = z.infer<typeof importRowsQuery>;

/** The result of an import as a file. */
export const importExportQuery = z.strictObject({ format: exportFormat });

export type ImportState = 'uploaded' | 'checked' | 'done' | 'expired';
