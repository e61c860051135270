import 'server-only';
import { admit } from '@/lib/access/admission';
import type { Step } from '@/lib/access/decision';
import { STEP_PAGE } from '@/lib/access/labels';

/**
 * To the page of the step owed next, or to `path`. Left to the gate, the step's page would open
 * under the address of another.
 */
export const stepOr = (owed: Step | null, path: string): string => (owed ? STEP_PAGE[owed] : path);

/** Where the holder of a session token goes after a step: to the one owed next, or to `path`. */
export async function onward(token: string | undefined, path: string): Promise<string> {
  const admission = await admit(token);
  return admission.kind === 'admitted' ? stepOr(admission.owed, path) : path;
}
