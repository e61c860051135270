import { cabinetRoute } from '@/lib/auth/route';
import { exportOf } from '@/lib/exports/queries';

/** How far one's own export has come. */
export const GET = cabinetRoute(async (actor) => Response.json({ export: await exportOf(actor) }));
