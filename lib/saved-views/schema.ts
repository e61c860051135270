import { z } from 'zod';
import { idInput, lineInput, tickInput } from '@/lib/core/input';

/** How many views one person may keep. */
export const MOST_VIEWS = 100;

// As URLSearchParams writes it; what it asks is parsed by the list that opens it.
const question = z
  .string()
  .max(4000, 'These filters are too long to keep. Shorten the search.')
  .regex(/^[!-~]*$/);

const name = lineInput('The name', 100);

export const newView = z.strictObject({ name, question, isShared: tickInput });
export const viewReference = z.strictObject({ viewId: idInput() });
export const viewEdit = z.strictObject({
  viewId: idInput(),
  name,
  isShared: tickInput,
  /** Absent: the view keeps its own. */
  question: question.optional(),
});
export type NewView = z.infer<typeof newView>;
export type ViewEdit = z.infer<typeof viewEdit>;
