import 'server-only';
import { admit } from '@/lib/access/admission';
import { STEP_PAGE } from '@/lib/access/labels';

/**
 * Where the holder of a session token goes after a sign-in or a step: to the step owed next, or to
 * `path`. Left to the gate, the step's page would open under the address of another.
 */
export async function onward(token: string | undefined, path: string): Promise<string> {
  const admission = await admit(token);
  return admission.kind === 'admitted' && admission.owed ? STEP_PAGE[admission.owed] : path;
}
