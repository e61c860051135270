import { makePerson, type TestCompany, type TestPerson } from '@/tests/people';
import { givePhoto } from './photo';

/** Somebody to look at, with a photo in which their e-mail is written, and their company. */
export type Target = { company: TestCompany; person: TestPerson };

export async function makeTarget(company: TestCompany): Promise<Target> {
  const person = await makePerson({ company, firstName: 'Target', lastName: 'Visible' });
  await givePhoto(person.id, `Photo of ${person.email}`);
  return { company, person };
}

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
