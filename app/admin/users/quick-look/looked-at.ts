import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { parseQuery, type SearchParams } from '@/lib/auth/parse';
import type { Actor } from '@/lib/core/actor';
import { membershipsOf } from '@/lib/people/queries';
import { getPerson } from '@/lib/users/queries';

const lookQuery = z.strictObject({ look: idInput().optional() });

/** Whom the address asks to look at, as their page reads them; throws 404 outside the scope. */
export async function lookedAt(actor: Actor, asked: SearchParams[string]) {
  const { look } = parseQuery(lookQuery, { look: asked });
  if (!look) return null;
  const [person, memberships] = await Promise.all([
    getPerson(actor, look),
    membershipsOf(actor, look),
  ]);
  return { person, memberships };
}
