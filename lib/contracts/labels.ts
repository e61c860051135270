import type { CONTRACT_KINDS, CONTRACT_STATES, ContractField } from './schema';

/** The fields of a contract in words, as the form has them. */
export const CONTRACT_LABELS: Record<ContractField, string> = {
  number: 'Number',
  name: 'Name',
  party1: 'Party 1',
  party2: 'Party 2',
  currency: 'Currency',
  isPractice: 'Practice contract',
};

export const CONTRACT_STATE_LABELS: Record<(typeof CONTRACT_STATES)[number], string> = {
  open: 'Open',
  archived: 'Archived',
  all: 'Open and archived',
};

export const CONTRACT_KIND_LABELS: Record<(typeof CONTRACT_KINDS)[number], string> = {
  real: 'Real',
  practice: 'Practice',
};

const names = new Intl.DisplayNames('en', { type: 'currency' });

/** What a currency is called: "Euro" for EUR. */
export const currencyName = (code: string): string => names.of(code) ?? code;

/** The seats of a key person that nobody effective holds, in words; empty when there are none. */
export function unheldText({ approver, namedManager }: UnheldSeats): string {
  if (approver && namedManager) return 'approver or named manager';
  if (approver) return 'approver';
  return namedManager ? 'named manager' : '';
}

/** Of each seat: may nobody enter who holds it? */
export type UnheldSeats = { approver: boolean; namedManager: boolean };
