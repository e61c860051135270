import { publicRoute } from '@/lib/auth/route';
import { SECOND } from '@/lib/core/clock';
import { pool } from '@/lib/core/db';

const PROBE = { text: 'SELECT 1', query_timeout: 5 * SECOND };

/** The process can serve: its database answers (spec §18). */
export const GET = publicRoute(async () => {
  await pool().query(PROBE);
  return Response.json({ status: 'ready' });
});
