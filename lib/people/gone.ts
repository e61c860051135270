import { sqlState } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';

const GONE = new Set(['23503', 'P2003']); // a foreign key that points at nothing any more

/** Runs `work`; what it chose and somebody else deleted meanwhile is a conflict, not a failure. */
export async function refusingGone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!GONE.has(sqlState(error) ?? '')) throw error;
    throw conflict(
      'Something you chose was deleted meanwhile. Nothing is saved; load the page again to see what there is now.',
    );
  }
}
