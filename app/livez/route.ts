import { publicRoute } from '@/lib/auth/route';

/** The process lives; asks nobody else (spec §18). */
export const GET = publicRoute(async () => Response.json({ status: 'live' }));
