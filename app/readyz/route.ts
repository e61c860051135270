import { publicRoute } from '@/lib/auth/route';
import { pool } from '@/lib/core/db';

/** The process can serve: its database answers (spec §18). */
export const GET = publicRoute(async () => {
  await pool('gate').query('SELECT 1');
  return Response.json({ status: 'ready' });
});
