import { randomUUID } from 'node:crypto';
import type { TestCompany, TestPerson } from './people';
import { sql } from './sql';

// Contracts for tests, written straight into the database: each test makes its own.

export type TestContract = { id: string; number: string; companyId: string };

export type ContractOptions = {
  number?: string;
  name?: string;
  currency?: string;
  isPractice?: boolean;
  archived?: boolean;
};

/** Makes a contract of a company. */
export async function makeContract(
  company: TestCompany,
  { number = `C-${randomUUID().slice(0, 8)}`, ...options }: ContractOptions = {},
): Promise<TestContract> {
  const [contract] = await sql<TestContract>(
    `INSERT INTO contracts
       (company_id, number, name, party_1, party_2, currency, is_practice, archived_at)
     VALUES ($1, $2, $3, 'Client', 'Contractor', $4, $5, CASE WHEN $6 THEN now() END)
     RETURNING id, number, company_id AS "companyId"`,
    [
      company.id,
      number,
      options.name ?? 'A contract',
      options.currency ?? 'EUR',
      options.isPractice ?? false,
      options.archived ?? false,
    ],
  );
  return contract!;
}

/** The contract role of that name of a company, made where it is not there. */
export async function contractRole(companyId: string, name = 'Supervisor'): Promise<string> {
  const [role] = await sql<{ id: string }>(
    `INSERT INTO contract_roles (company_id, name) VALUES ($1, $2)
     ON CONFLICT (company_id, name) DO UPDATE SET name = excluded.name RETURNING id`,
    [companyId, name],
  );
  return role!.id;
}

export type AssignmentOptions = {
  party?: 1 | 2;
  role?: string;
  isActive?: boolean;
  threshold?: string;
  emailSetting?: 'immediate' | 'daily' | 'none';
  approver?: boolean;
  namedManager?: boolean;
};

/** Puts a person on a contract. */
export async function assign(
  contract: TestContract,
  person: Pick<TestPerson, 'id'>,
  options: AssignmentOptions = {},
): Promise<void> {
  await sql(
    `INSERT INTO assignments (contract_id, user_id, company_id, party, role_id, is_active,
       threshold, email_setting, is_approver, is_named_manager)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      contract.id,
      person.id,
      contract.companyId,
      options.party ?? 1,
      await contractRole(contract.companyId, options.role),
      options.isActive ?? true,
      options.threshold ?? '0',
      options.emailSetting ?? 'daily',
      options.approver ?? false,
      options.namedManager ?? false,
    ],
  );
}
