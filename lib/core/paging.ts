import { z } from 'zod';

/** How many rows a page may have. */
const PAGE_SIZES = [10, 25, 50, 100] as const;

/** One of those, as it stands in an address. */
export const pageSizeInput = z.coerce
  .number()
  .refine((size) => PAGE_SIZES.some((known) => known === size));

/** Rows to pass over before `page` (counted from 1). */
export const offsetOf = ({ page, size }: { page: number; size: number }) => (page - 1) * size;
