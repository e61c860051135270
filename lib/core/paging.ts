/** How many rows a page may have. */
export const PAGE_SIZES = [10, 25, 50, 100] as const;

/** Rows to pass over before `page` (counted from 1). */
export const offsetOf = ({ page, size }: { page: number; size: number }) => (page - 1) * size;
