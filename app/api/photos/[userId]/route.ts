import { parse } from '@/lib/auth/parse';
import { cabinetRoute } from '@/lib/auth/route';
import { photoOf } from '@/lib/photos/queries';
import { userReference } from '@/lib/users/schema';

// Nothing in it runs, whatever somebody makes of it (security 41).
const HEADERS = {
  'content-type': 'image/webp',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
};

/** A person's photo, to themselves and to staff who may read them. */
export const GET = cabinetRoute(async (actor, _request, { params }) => {
  const { userId } = parse(userReference, await params);
  return new Response(await photoOf(actor, userId), { headers: HEADERS });
});
