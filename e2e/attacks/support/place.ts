import { assign, contractRole as makeContractRole, makeContract } from '@/tests/contracts';
import { makePerson, type TestCompany, type TestPerson } from '@/tests/people';
import { makeDepartment, makeGroup, makePosition, makeQuiz, makeRole } from '@/tests/structure';
import { givePhoto } from './photo';

/** What a company is made of, one of each, and a group of no company; by the parameter of a route. */
type Parts = Record<
  | 'department'
  | 'position'
  | 'role'
  | 'group'
  | 'otherGroup'
  | 'quiz'
  | 'contract'
  | 'contractRole',
  string
>;

/** Somebody to look at, with a photo in which their e-mail is written, and their company. */
export type Target = { company: TestCompany; person: TestPerson; parts: Parts };

/** One of each part in this company. */
export async function makeParts(company: TestCompany): Promise<Parts> {
  const department = await makeDepartment(company);
  const [position, role, group, otherGroup, quiz, contract, contractRole] = await Promise.all([
    makePosition(department),
    makeRole(company),
    makeGroup(company),
    makeGroup(null),
    makeQuiz(company),
    makeContract(company),
    makeContractRole(company.id),
  ]);
  return {
    department,
    position,
    role,
    group,
    otherGroup,
    quiz,
    contract: contract.id,
    contractRole,
  };
}

export async function makeTarget(company: TestCompany): Promise<Target> {
  const person = await makePerson({ company, firstName: 'Target', lastName: 'Visible' });
  await givePhoto(person.id, `Photo of ${person.email}`);
  const parts = await makeParts(company);
  await assign({ id: parts.contract, number: '', companyId: company.id }, person, { party: 2 });
  return { company, person, parts };
}

/** The address of a route of the build for this target: its parameters filled in, its query given. */
export function addressOf(route: string, { company, person, parts }: Target): string {
  const address = route
    .replace('[userId]', person.id)
    .replace('[companyId]', company.id)
    // An import is its owner's alone: to everybody else there is none.
    .replace('[importId]', company.id)
    // So are a selection and a mass update.
    .replace(/\[(list|run)Id\]/, company.id)
    .replace('/admin/groups/[groupId]', `/admin/groups/${parts.otherGroup}`)
    .replace(
      /\[(department|position|role|group|quiz|contract|contractRole)Id\]/,
      (_, part: keyof Parts) => parts[part],
    )
    .replace('[...nextauth]', 'providers');
  if (address === '/api/users/mass') return `${address}?runId=${company.id}`;
  if (address === '/api/contracts') return `${address}?q=c`;
  if (address === '/api/contracts/people') return `${address}?contractId=${parts.contract}`;
  if (address === '/api/people/choices') return `${address}?kind=company`;
  return address === '/api/people' ? `/api/people?q=${encodeURIComponent(person.email)}` : address;
}

/** The same address as the router asks for it: the payload instead of HTML. */
export const payload = (address: string) => ({
  at: `${address}${address.includes('?') ? '&' : '?'}_rsc`,
  question: { headers: { rsc: '1' } },
});
