import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { conflict } from '@/lib/core/errors';
import { durationLabel } from './labels';
import type { SettingsEdit } from './schema';

type Kept = Omit<SettingsEdit, 'version'>;

const changedMeanwhile = (now: Kept) =>
  conflict(
    `Somebody else changed the settings meanwhile. They are now: idle limit ${durationLabel(now.sessionIdleMinutes)}, absolute limit ${durationLabel(now.sessionAbsoluteMinutes)}, passwords of at least ${now.passwordMinimum} characters, dormant after ${now.dormantAfterDays} days. Load the page again to go on from there.`,
  );

/**
 * Changes the house rules, for every process and every session under way from the next request on:
 * nothing keeps a copy. A stale version is a conflict.
 */
export async function updateSettings(actor: Actor, input: SettingsEdit): Promise<void> {
  assertCan(actor, 'settings.update');
  const { version, ...after } = input;
  await actorTransaction({ actor }, async (tx) => {
    // Held, so that a conflict tells what is there now and not what was when we came.
    const [row] = await tx.$queryRaw<Kept[]>`
      SELECT session_idle_minutes AS "sessionIdleMinutes",
        session_absolute_minutes AS "sessionAbsoluteMinutes", password_minimum AS "passwordMinimum",
        dormant_after_days AS "dormantAfterDays"
      FROM settings FOR NO KEY UPDATE`;
    if (!row) throw new Error('the settings have no row');
    const { count } = await tx.settings.updateMany({
      where: { id: 1, version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) throw changedMeanwhile(row);
    await record(tx, actor, {
      action: 'settings.updated',
      subjectType: 'system',
      subjectId: null,
      before: row,
      after,
    });
  });
}
