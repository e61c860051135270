import { z } from 'zod';
import { idInput, searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';

export const MAIL_STATES = ['queued', 'sent', 'failed', 'dropped'] as const;

// As addresses are stored.
const search = searchInput.toLowerCase();

/** The outbox's question, parsed once from the URL. */
export const mailListQuery = z.strictObject({
  q: search.default(''),
  state: z.enum(MAIL_STATES).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: pageSizeInput.default(25),
});
export type MailListQuery = z.infer<typeof mailListQuery>;

/** One failed mail, or all that failed and match the search. */
export const mailsToRetry = z.union([
  z.strictObject({ mailId: idInput() }),
  z.strictObject({ q: search }),
]);
export type MailsToRetry = z.infer<typeof mailsToRetry>;
