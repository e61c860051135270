import { sessionRoute } from '@/lib/auth/route';

/** An open tab asks whether its session still holds; 401 says why not. */
export const GET = sessionRoute(() => Response.json({ state: 'live' }));
