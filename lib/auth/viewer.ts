import 'server-only';
import { touch, type LiveSession } from '@/lib/access/admission';
import type { Actor } from '@/lib/core/actor';
import { now } from '@/lib/core/clock';
import { passage, type Stop } from './gate';
import { admission, visitor } from './request';
import type { Area } from './routes';

export type Entry = { kind: 'pass'; actor: Actor } | Stop;

const actorOf = async ({ lastSeenAt: _, ...session }: LiveSession): Promise<Actor> => {
  const { address, requestId } = await visitor();
  return { ...session, address, requestId };
};

/**
 * The gate inside: who acts, or why nobody may. The same decision as at the front door, made
 * again, so that nothing leaks without it (spec §2). `passive` polling does not count as use.
 */
export async function enter(
  area: Exclude<Area, 'public'>,
  { passive = false } = {},
): Promise<Entry> {
  const gate = passage(await admission(), area);
  if (gate.kind !== 'pass') return gate;
  if (!passive) await touch(gate.session, now());
  return { kind: 'pass', actor: await actorOf(gate.session) };
}
