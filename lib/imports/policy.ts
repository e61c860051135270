import type { ImportState } from './schema';

// What a file may be; each limit is told to whoever meets it.
export const MAXIMUM_FILE = 20 * 1024 * 1024;
export const MAXIMUM_ROWS = 50_000;
export const MAXIMUM_COLUMNS = 100;

/** What has become of an import. */
export function stateOf(it: {
  isExpired: boolean;
  isDone: boolean;
  isMapped: boolean;
}): ImportState {
  if (it.isDone) return 'done';
  if (it.isExpired) return 'expired';
  return it.isMapped ? 'checked' : 'uploaded';
}
