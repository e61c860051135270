import { formFields, parse } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { findContracts } from '@/lib/contracts/queries';
import { contractSearch } from '@/lib/contracts/schema';

/** The first contracts that match, for the command palette. */
export const GET = adminRoute('contracts.read', async (actor, request) => {
  const { q } = parse(contractSearch, formFields(new URL(request.url).searchParams));
  return Response.json({ contracts: await findContracts(actor, q) });
});
