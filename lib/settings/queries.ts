import 'server-only';
import { assertCan } from '@/lib/access/assert';
import type { Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';

/** The house rules in force, with the version to edit. */
export async function getSettings(actor: Actor) {
  assertCan(actor, 'settings.read');
  return db().settings.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      sessionIdleMinutes: true,
      sessionAbsoluteMinutes: true,
      passwordMinimum: true,
      dormantAfterDays: true,
      version: true,
    },
  });
}
export type Settings = Awaited<ReturnType<typeof getSettings>>;
