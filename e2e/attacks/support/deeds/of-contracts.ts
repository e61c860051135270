import { randomUUID } from 'node:crypto';
import { makeContract } from '@/tests/contracts';
import { exists, type Deeds } from './deed';

const ACTIONS = 'app/admin/contracts/actions.ts';

const FORM = { name: 'Harbour', party1: 'Client', party2: 'Contractor', currency: 'EUR' };

/** What administrators do with contracts. */
export const OF_CONTRACTS: Deeds = {
  [`${ACTIONS}#createContractAction`]: async ({ company }) => {
    const number = `New ${randomUUID()}`;
    return {
      fields: { ...FORM, number, companyId: company.id },
      happened: exists('contracts WHERE number = $1', [number]),
    };
  },
  [`${ACTIONS}#updateContractAction`]: async ({ company }) => {
    const { id: contractId, number } = await makeContract(company);
    const name = `New ${randomUUID()}`;
    const seen = JSON.stringify({ ...FORM, number, name: 'A contract', isPractice: false });
    return {
      fields: { ...FORM, contractId, number, name, seen },
      happened: exists('contracts WHERE name = $1', [name]),
    };
  },
  [`${ACTIONS}#archiveContractAction`]: async ({ company }) => {
    const { id } = await makeContract(company);
    return {
      fields: { contractId: id },
      happened: exists('contracts WHERE id = $1 AND archived_at IS NOT NULL', [id]),
    };
  },
  [`${ACTIONS}#reopenContractAction`]: async ({ company }) => {
    const { id } = await makeContract(company, { archived: true });
    return {
      fields: { contractId: id },
      happened: exists('contracts WHERE id = $1 AND archived_at IS NULL', [id]),
    };
  },
};
