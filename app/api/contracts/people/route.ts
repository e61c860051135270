import { formFields, parse } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { peopleToAdd } from '@/lib/contracts/assignments/queries';
import { peopleSearch } from '@/lib/contracts/assignments/schema';
import { getContract } from '@/lib/contracts/queries';

/** Who could be added to a contract, for what was typed. */
export const GET = adminRoute('contracts.read', async (actor, request) => {
  const search = parse(peopleSearch, formFields(new URL(request.url).searchParams));
  const { id } = await getContract(actor, search.contractId);
  return Response.json({ choices: await peopleToAdd(actor, id, search.q) });
});
