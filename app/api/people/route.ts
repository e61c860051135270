import { formFields, parse } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { findPeople } from '@/lib/users/queries';
import { peopleSearch } from '@/lib/users/schema';

/** The first people that match, for the command palette. */
export const GET = adminRoute('users.read', async (actor, request) => {
  const { q } = parse(peopleSearch, formFields(new URL(request.url).searchParams));
  return Response.json({ people: await findPeople(actor, q) });
});
