import type { Client } from 'pg';
import type { Contract } from './contracts';
import { copy, type Value } from './copy';
import { randomOf } from './random';
import { addressOf, requestOf } from './write-people';

const contractRow = (k: Contract): Value[] => [
  k.id,
  k.company.id,
  k.number,
  k.name,
  k.party1,
  k.party2,
  k.currency,
  k.isPractice,
  k.archivedAt,
  k.createdAt,
  k.archivedAt ?? k.createdAt,
];

function* assignmentRows(contracts: Contract[]): Generator<Value[]> {
  for (const { id, company, createdAt, assignments } of contracts) {
    for (const s of assignments) {
      yield [
        id,
        s.person.id,
        company.id,
        s.party,
        s.role.id,
        s.isActive,
        s.threshold,
        s.emailSetting,
        s.isApprover,
        s.isNamedManager,
        createdAt,
        createdAt,
      ];
    }
  }
}

/** That a contract was created, at the moment it was. */
function creation(seed: number, contract: Contract): Value[] {
  const { n, id, createdAt, company, number, name, party1, party2, currency, isPractice } =
    contract;
  return [
    randomOf(seed, 'contract audit', n).uuid(createdAt),
    createdAt,
    'contract.created',
    'contract',
    id,
    company.id,
    JSON.stringify({ number, name, party1, party2, currency, isPractice }),
    addressOf(null),
    requestOf(seed),
  ];
}

const COLUMNS = {
  contracts:
    'id company_id number name party_1 party_2 currency is_practice archived_at created_at updated_at',
  assignments:
    'contract_id user_id company_id party role_id is_active threshold email_setting is_approver ' +
    'is_named_manager created_at updated_at',
  audit_events: 'id at action subject_type subject_id company_id after address request_id',
};

/** Writes contracts with the people on them and the audit of their creation. */
export async function writeContracts(client: Client, seed: number, contracts: Contract[]) {
  const write = (table: keyof typeof COLUMNS, rows: Iterable<Value[]>) =>
    copy(client, table, COLUMNS[table].split(' '), rows);
  await write('contracts', contracts.map(contractRow));
  await write('assignments', assignmentRows(contracts));
  await write(
    'audit_events',
    contracts.map((contract) => creation(seed, contract)),
  );
}
