import { invalid } from '@/lib/core/errors';
import { LONGEST_CELL } from './limits';

/** Refuses an uploaded file: what is wrong with it, and what to do. */
export const refused = (message: string) => invalid({ file: message });

/** Refuses a text that no cell of Excel takes. */
export const tooLong = (what: string) =>
  refused(
    `${what} has more than ${LONGEST_CELL.toLocaleString('en')} characters. Shorten it, then choose the file again.`,
  );
