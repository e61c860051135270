import { z } from 'zod';
import { PAGE_SIZES } from '@/lib/core/paging';

export const MAIL_STATES = ['queued', 'sent', 'failed', 'dropped'] as const;

export const MAXIMUM_SEARCH = 200;

// PostgreSQL knows no NUL, and no address has a control character.
const search = z
  .string()
  .trim()
  .toLowerCase()
  .max(MAXIMUM_SEARCH)
  .regex(/^\P{Cc}*$/u);

const pageSize = z.coerce.number().refine((size) => PAGE_SIZES.some((known) => known === size));

/** The outbox's question, parsed once from the URL. */
export const mailListQuery = z.strictObject({
  q: search.default(''),
  state: z.enum(MAIL_STATES).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: pageSize.default(25),
});
export type MailListQuery = z.infer<typeof mailListQuery>;

/** One failed mail, or all that failed and match the search. */
export const mailsToRetry = z.union([
  z.strictObject({ mailId: z.uuid() }),
  z.strictObject({ q: search }),
]);
export type MailsToRetry = z.infer<typeof mailsToRetry>;
