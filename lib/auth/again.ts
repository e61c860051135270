import 'server-only';
import { admit } from '@/lib/access/admission';
import type { Actor } from '@/lib/core/actor';
import { passage } from './gate';
import { visitor } from './request';

/**
 * For an answer that takes long: asks the gate again whether the actor would still be let into the
 * administration, with the same right and company (security 8: exports).
 */
export async function gateAgain(actor: Actor): Promise<() => Promise<boolean>> {
  const { sessionToken } = await visitor();
  return async () => {
    const gate = passage(await admit(sessionToken), 'admin');
    if (gate.kind !== 'pass') return false;
    const { right, companyId } = gate.session;
    return right === actor.right && companyId === actor.companyId;
  };
}
