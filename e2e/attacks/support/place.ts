import { makePerson, type TestCompany, type TestPerson } from '@/tests/people';

/** Somebody to look at, and the company they are in. */
export type Target = { company: TestCompany; person: TestPerson };

export const makeTarget = async (company: TestCompany): Promise<Target> => ({
  company,
  person: await makePerson({ company, firstName: 'Target', lastName: 'Visible' }),
});

/** The address of a route of the build for this target: its parameters filled in, its query given. */
export function addressOf(route: string, { company, person }: Target): string {
  const address = route
    .replace('[userId]', person.id)
    .replace('[companyId]', company.id)
    .replace('[...nextauth]', 'providers');
  return address === '/api/people' ? `/api/people?q=${encodeURIComponent(person.email)}` : address;
}

/** The same address as the router asks for it: the payload instead of HTML. */
export const payload = (address: string) => ({
  at: `${address}${address.includes('?') ? '&' : '?'}_rsc`,
  question: { headers: { rsc: '1' } },
});
