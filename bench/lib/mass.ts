import pg from 'pg';
import { startApplication } from './application';
import type { Child } from './child';
import { ticks } from './figures';
import { SUPERUSER } from './people';
import type { World } from './world';

/** Whom to lock, or to deactivate: all of a company, or everybody. */
export type MassOrder = { companyId?: string | undefined; deed?: 'lock' | 'deactivate' };

/**
 * How long each step took in milliseconds, how many it changed, whom it refused as key persons, by
 * e-mail, and the memory of the process in MB.
 */
export type MassLocked = {
  freeze: number;
  preview: number;
  execute: number;
  done: number;
  keyPersons: string[];
  idleMb: number;
  peakMb: number;
};

/** A process that locks or deactivates people by a mass update, as the pages do. */
export const startMassLocker = (world: World): Child<MassOrder, MassLocked> =>
  startApplication<MassOrder, MassLocked>(world, new URL('mass-process.ts', import.meta.url), {
    LOG_LEVEL: 'error', // its connections are lost with the copy it works on
  });

const WHO = '($1::uuid IS NULL OR a.company_id = $1) AND a.user_id <> $2 AND a.locked_at IS NULL';

// Nothing but the writing: no list, no guards, no reasons kept, no before and after.
/** The bare SQL of the same: access rows written, sessions deleted, audit rows inserted; in ms. */
export async function lockBarely(databaseUrl: string, { companyId }: MassOrder): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const values = [companyId ?? null, SUPERUSER.userId];
  try {
    const began = ticks();
    await client.query('BEGIN');
    await client.query(
      `DELETE FROM sessions s USING user_access a WHERE a.user_id = s.user_id AND ${WHO}`,
      values,
    );
    await client.query(
      `INSERT INTO audit_events (action, actor_id, subject_type, subject_id, company_id, address, request_id)
       SELECT 'user.locked', $2, 'user', a.user_id, a.company_id, '127.0.0.1', 'bench'
       FROM user_access a WHERE ${WHO}`,
      values,
    );
    await client.query(
      `UPDATE user_access a SET locked_at = now(), lock_reason = 'bench', locked_by_id = $2
       WHERE ${WHO}`,
      values,
    );
    await client.query('COMMIT');
    return ticks() - began;
  } finally {
    await client.end();
  }
}
