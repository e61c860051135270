import { formFields, parse } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { choiceSearch, filterChoices } from '@/lib/organisation/filter-choices';

/** What a filter of the users list offers for what was typed. */
export const GET = adminRoute('users.read', async (actor, request) => {
  const search = parse(choiceSearch, formFields(new URL(request.url).searchParams));
  return Response.json({ choices: await filterChoices(actor, search) });
});
