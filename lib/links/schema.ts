import { z } from 'zod';

/** The token of a mailed link, as it comes back from the browser. */
export const linkTokenInput = z.string().min(1).max(100);

/** A browser shows the page of a link. */
export const openedLink = z.strictObject({ token: linkTokenInput });
