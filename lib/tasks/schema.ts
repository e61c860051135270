import { z } from 'zod';
import { searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';

export const TASK_KINDS = ['contract_uncovered', 'key_person_leaving'] as const;

/** The tasks' question, parsed once from the address; those closed only when asked for. */
export const taskListQuery = z.strictObject({
  q: searchInput.default(''),
  kind: z.enum(TASK_KINDS).optional(),
  state: z.enum(['open', 'closed']).default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: pageSizeInput.default(25),
});
export type TaskListQuery = z.infer<typeof taskListQuery>;
