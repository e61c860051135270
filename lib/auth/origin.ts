import { env } from '@/lib/core/env';

/** The header that carries a request's id from the front door inwards. */
export const REQUEST_ID = 'x-request-id';

/** Is this header the origin of our own pages? Absent and `null` are not (security 55). */
export const isOwnOrigin = (origin: string | null) => origin === env().APP_URL;
