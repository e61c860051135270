/** A page of a list, and how many there are in all. */
export type Page<T> = { rows: T[]; total: number };

export const PAGE_SIZES = [10, 25, 50, 100] as const;

/** Rows to pass over before `page` (counted from 1). */
export const offsetOf = ({ page, size }: { page: number; size: number }) => (page - 1) * size;
