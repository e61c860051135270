import { problem } from '@/lib/auth/problem';
import { publicRoute } from '@/lib/auth/route';
import { sameSecret } from '@/lib/core/crypto';
import { env } from '@/lib/core/env';
import { drain } from '@/lib/worker/drain';

/** In seconds, for where a function has a limit of its own. */
export const maxDuration = 60;

/** Does the jobs that are due, for a timer that knows CRON_SECRET (spec §18). */
async function drained(request: Request): Promise<Response> {
  const { CRON_SECRET } = env();
  if (!CRON_SECRET) return problem(404, 'Set CRON_SECRET to have jobs done from here.');
  const given = request.headers.get('authorization') ?? '';
  if (!sameSecret(given, `Bearer ${CRON_SECRET}`)) return problem(401, 'This needs the secret.');
  return Response.json(await drain());
}

// By GET, as timers ask; a POST would have to come from a page of ours.
export const GET = publicRoute(drained);
