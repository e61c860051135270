import { assign, contractRole, makeContract, type AssignmentOptions } from '@/tests/contracts';
import { makePerson } from '@/tests/people';
import type { Fields } from '../call';
import { exists, type Deeds, type Doer } from './deed';

const ACTIONS = 'app/admin/contracts/[contractId]/people/actions.ts';

const SEEN = { isActive: true, threshold: '0', emailSetting: 'daily' };
const NO_SEAT = { isApprover: false, isNamedManager: false };

/** A contract of the company, on which an administrator of party 2 alone is as well if they are of it. */
export async function contractOf({ company, person }: Doer) {
  const contract = await makeContract(company);
  if (person?.right === 'party2_user_admin' && person.companyId === company.id) {
    await assign(contract, person, { party: 2, threshold: '1000' });
  }
  return contract;
}

/** Somebody on a contract, as the form of rows has seen them, with what it sends of them. */
export async function rowOf(doer: Doer, options: AssignmentOptions, sent: Fields) {
  const contract = await contractOf(doer);
  const { id } = await makePerson({ company: doer.company });
  await assign(contract, { id }, { party: 2, ...options });
  const roleId = await contractRole(doer.company.id);
  const { party = 2, approver = false } = options;
  const seen = { ...SEEN, ...NO_SEAT, party, roleId, isApprover: approver, version: 1 };
  const key = `${contract.id}.${id}`;
  const fields = Object.entries(sent).map(([name, value]) => [`${name}.${key}`, value]);
  return {
    contract,
    userId: id,
    fields: {
      step: 'submit',
      [`seen.${key}`]: JSON.stringify(seen),
      ...(Object.fromEntries(fields) as Fields),
    },
  };
}

/** What administrators do with the people on a contract. */
export const OF_ASSIGNMENTS: Deeds = {
  [`${ACTIONS}#changeAssignmentsAction`]: async (doer) => {
    const { fields, userId } = await rowOf(doer, {}, { threshold: '5' });
    return {
      fields,
      happened: exists('assignments WHERE user_id = $1 AND threshold = 5', [userId]),
    };
  },
  [`${ACTIONS}#addPersonAction`]: async (doer) => {
    const { id: contractId } = await contractOf(doer);
    const { id: userId } = await makePerson({ company: doer.company });
    const roleId = await contractRole(doer.company.id);
    return {
      fields: {
        ...{ contractId, userId, roleId },
        ...{ party: '2', threshold: '0', emailSetting: 'daily' },
      },
      happened: exists('assignments WHERE user_id = $1 AND party = 2', [userId]),
    };
  },
  [`${ACTIONS}#replaceSeatsAction`]: async (doer) => {
    const contract = await contractOf(doer);
    const [from, to] = [
      await makePerson({ company: doer.company }),
      await makePerson({ company: doer.company }),
    ];
    await assign(contract, from, { party: 2, approver: true });
    await assign(contract, to, { party: 2 });
    return {
      fields: { contractId: contract.id, fromUserId: from.id, approver: to.id },
      happened: exists('assignments WHERE user_id = $1 AND is_approver', [to.id]),
    };
  },
};
