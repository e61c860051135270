import type { z } from 'zod';
import { AppError, invalid } from '@/lib/core/errors';

/** The first thing wrong with each field, in the order of the form. */
function fieldsOf(issues: z.core.$ZodIssue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[String(path[0] ?? '')] ??= message;
  return fields;
}

// A file where none belongs, or a text in a file's place; only a field for files has own words for one.
const isMisplaced = (issue: z.core.$ZodIssue, value: unknown) =>
  value instanceof File
    ? issue.code !== 'custom'
    : typeof value !== 'string' || (issue.code === 'invalid_type' && issue.expected === 'file');

// What no form or link of ours can send: a field we do not have, no text where one is asked for, or
// a text for a file.
const isMalformed = (issue: z.core.$ZodIssue, value: unknown) => {
  if (issue.code === 'unrecognized_keys' || issue.path.length === 0) return true;
  const given = (value as Record<PropertyKey, unknown>)[issue.path[0] ?? ''];
  return given !== undefined && isMisplaced(issue, given);
};

/** Parses what came from outside. Throws `invalid`; without fields when no person typed it so. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  if (result.error.issues.some((issue) => isMalformed(issue, value))) {
    throw new AppError('invalid', 'The request has fields that do not belong there.');
  }
  throw invalid(fieldsOf(result.error.issues));
}

/** The fields of a form or query: one value a name; a name sent twice becomes a list. */
export function formFields(data: FormData | URLSearchParams): Record<string, unknown> {
  const names = [...new Set(data.keys())].filter((name) => !name.startsWith('$ACTION'));
  return Object.fromEntries(
    names.map((name) => {
      const values = data.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

export type SearchParams = Record<string, string | string[] | undefined>;

/** Parses the query of a page or handler; an empty value is what a form sends for "not set". */
export function parseQuery<S extends z.ZodType>(schema: S, query: SearchParams): z.output<S> {
  const given = Object.entries(query).filter(([, value]) => value !== '' && value !== undefined);
  return parse(schema, Object.fromEntries(given));
}
