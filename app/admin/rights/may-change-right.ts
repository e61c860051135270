import { can, grantable, type AdminRight } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';

type Person = { id: string; companyId: string | null; right: AdminRight | null };

/** Would the actor be let grant this person a right, or take it? Nobody does so to themselves. */
export const mayChangeRight = (actor: Actor, person: Person): boolean =>
  person.id !== actor.userId && grantable(actor).length > 0 && can(actor, 'users.update', person);
