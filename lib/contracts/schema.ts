import { z } from 'zod';
import { idInput, jsonInput, lineInput, searchInput, tickInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';

/** What an editor may change of a contract; its company is for good. */
export const CONTRACT_FIELDS = [
  'number',
  'name',
  'party1',
  'party2',
  'currency',
  'isPractice',
] as const;
export type ContractField = (typeof CONTRACT_FIELDS)[number];

/** The ISO 4217 codes a contract can be in. */
export const CURRENCIES = Intl.supportedValuesOf('currency');

const currency = z
  .string()
  .transform((code) => code.trim().toUpperCase())
  .refine((code) => CURRENCIES.includes(code), 'Choose a currency of the list.');

const fields = {
  number: lineInput('The number', 100),
  name: lineInput('The name', 200),
  party1: lineInput('Party 1', 200),
  party2: lineInput('Party 2', 200),
  currency,
  isPractice: tickInput,
};

export const newContract = z.strictObject({ companyId: idInput('Choose a company.'), ...fields });
export type NewContract = z.infer<typeof newContract>;
export type ContractState = Pick<NewContract, ContractField>;

/** What of a contract an editor has before them. */
export const stateOf = (contract: ContractState): ContractState => {
  const { number, name, party1, party2, currency: code, isPractice } = contract;
  return { number, name, party1, party2, currency: code, isPractice };
};

/** What the editor had before them, as JSON: where it is stale, a conflict is noticed (security 62). */
const seenState = jsonInput(10_000).pipe(
  z.partialRecord(z.enum(CONTRACT_FIELDS), z.union([z.string(), z.boolean()])),
);

const field = z.enum(CONTRACT_FIELDS);

export const contractEdit = z.strictObject({
  ...fields,
  contractId: idInput(),
  seen: seenState,
  /** Fields in which the other editor's version is taken. */
  take: z.union([field.transform((one) => [one]), z.array(field)]).default([]),
});
export type ContractEdit = z.infer<typeof contractEdit>;

export const contractReference = z.strictObject({ contractId: idInput() });

/** ⌘K: what was typed so far. */
export const contractSearch = z.strictObject({ q: searchInput.min(1) });

export const CONTRACT_STATES = ['open', 'archived', 'all'] as const;
export const CONTRACT_KINDS = ['real', 'practice'] as const;

const SORTED_BY = ['number', 'name', 'company', 'people'] as const;
export type SortedBy = (typeof SORTED_BY)[number];
const CONTRACT_SORTS = SORTED_BY.flatMap((by) => [by, `-${by}`] as const);

/** The list's question, parsed once from the URL: rows and count are answered from it alike. */
export const contractListQuery = z.strictObject({
  q: searchInput.default(''),
  company: idInput().optional(),
  state: z.enum(CONTRACT_STATES).default('open'),
  kind: z.enum(CONTRACT_KINDS).optional(),
  /** Without an effective key person: a seat has holders, none of whom may enter. */
  uncovered: z.literal('1').optional(),
  sort: z.enum(CONTRACT_SORTS).default('number'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: pageSizeInput.default(25),
});
export type ContractListQuery = z.infer<typeof contractListQuery>;
export type ContractFilter = Omit<ContractListQuery, 'sort' | 'page' | 'size'>;
