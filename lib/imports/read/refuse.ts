import { invalid } from '@/lib/core/errors';

/** Refuses an uploaded file: what is wrong with it, and what to do. */
export const refused = (message: string) => invalid({ file: message });
