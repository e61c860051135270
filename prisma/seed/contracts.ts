import { mayEnter } from './access';
import type { Company, Named } from './organisation';
import type { Person } from './people';
import { randomOf, type Random } from './random';
import { CURRENCIES, PLACES, WORKS } from './vocabulary';

export interface Assignment {
  person: Person;
  party: 1 | 2;
  role: Named;
  isActive: boolean;
  /** Before their deactivation, for whoever is deactivated; else as now. */
  wasActive: boolean;
  /** An exact decimal. */
  threshold: string;
  emailSetting: 'immediate' | 'daily' | 'none';
  isApprover: boolean;
  isNamedManager: boolean;
}

export interface Contract {
  n: number;
  id: string;
  createdAt: Date;
  company: Company;
  number: string;
  name: string;
  party1: string;
  party2: string;
  currency: string;
  isPractice: boolean;
  archivedAt: Date | null;
  assignments: Assignment[];
}

type Employee = Person & { company: Company };
type Member = { person: Employee; party: 1 | 2; isApprover?: boolean; isNamedManager?: boolean };

const isEmployee = (person: Person): person is Employee => person.company !== null;

// In euros or what is worth as much; few may approve a lot.
const AMOUNTS = [0, 0, 500, 1_000, 2_500, 10_000, 50_000, 250_000];
const WORTH: Record<string, number> = { JPY: 150, UAH: 40 };
const SMALLEST: Record<string, string> = { JPY: '', KWD: '.125' };

/** An amount with as many decimals as its currency has, now and then some that are not 0. */
function threshold(r: Random, currency: string, isApprover: boolean): string {
  const amount = r.pick(isApprover ? AMOUNTS.slice(-3) : AMOUNTS) * (WORTH[currency] ?? 1);
  const odd = r.chance(0.1) && amount > 0;
  return `${amount}${odd ? (SMALLEST[currency] ?? '.5') : ''}`;
}

function assignment(r: Random, currency: string, company: Company, member: Member): Assignment {
  const { person, party, isApprover = false, isNamedManager = false } = member;
  const isSeat = isApprover || isNamedManager;
  const wasActive = isSeat || r.chance(0.88);
  return {
    person,
    party,
    role: r.pick(company.contractRoles),
    isActive: wasActive && person.access.isActive,
    wasActive,
    threshold: threshold(r, currency, isApprover),
    emailSetting: r.pick(['immediate', 'daily', 'daily', 'daily', 'none']),
    isApprover,
    isNamedManager,
  };
}

type Pools = { effective: Employee[]; colleagues: Employee[]; guests: Employee[]; sent: boolean };

/** About five people: the seats to those who may enter, colleagues, and guests as party 2. */
function crew(r: Random, { effective, colleagues, guests, sent }: Pools) {
  const members = new Map<string, Member>();
  const add = (person: Employee, party: 1 | 2) => {
    const member = members.get(person.id) ?? { person, party };
    members.set(person.id, member);
    return member;
  };
  add(r.pick(effective), 1).isApprover = true;
  add(r.pick(effective), 1).isNamedManager = true;
  for (let left = r.pick([1, 2, 2, 3]); left > 0; left -= 1) add(r.pick(colleagues), 1);
  for (let left = r.pick([0, 1]); left > 0; left -= 1) add(r.pick(colleagues), 2);
  for (const [i, guest] of guests.entries()) add(guest, 2).isApprover = sent && i === 0;
  return [...members.values()];
}

function grouped(people: Employee[]): Map<string, Employee[]> {
  const groups = new Map<string, Employee[]>();
  for (const person of people) {
    const group = groups.get(person.company.id);
    if (group) group.push(person);
    else groups.set(person.company.id, [person]);
  }
  return groups;
}

type Wanted = {
  /** Numbers them within the seed. */
  first: number;
  count: number;
  /** Approver of party 2 on every third contract of another company; may enter. */
  guest?: Person;
};

/**
 * Contracts of the companies of these people, with some of them on each. Whoever has a seat may
 * enter, and every open contract has an approver and a named manager.
 */
export function planContracts(
  seed: number,
  people: Person[],
  now: Date,
  { first, count, guest }: Wanted,
): Contract[] {
  const employees = people.filter(isEmployee);
  const entering = employees.filter(({ access }) => mayEnter(access, now));
  const [all, able] = [grouped(employees), grouped(entering)];
  const guestOf = (r: Random, n: number, company: Company): Employee[] => {
    const drawn = r.chance(0.8) ? [r.pick(employees)] : [];
    const sent = guest && n % 3 === 0 && isEmployee(guest) ? [guest] : [];
    return [...sent, ...drawn].filter((person) => person.company.id !== company.id);
  };

  return Array.from({ length: entering.length ? count : 0 }, (_, i): Contract => {
    const n = first + i;
    const r = randomOf(seed, 'contract', n);
    const { company } = r.pick(entering);
    const currency = r.pick(CURRENCIES);
    const guests = guestOf(r, n, company);
    const sent = guests.some(({ id }) => id === guest?.id);
    const [effective, colleagues] = [able.get(company.id)!, all.get(company.id)!];
    const members = crew(r, { effective, colleagues, guests, sent });
    const createdAt = new Date(
      Math.max(...members.map(({ person }) => person.createdAt.getTime())),
    );
    const archived = r.chance(0.12) && !sent;
    const age = r.float() * (now.getTime() - createdAt.getTime());
    return {
      n,
      id: r.uuid(createdAt),
      createdAt,
      company,
      number: `C-${createdAt.getUTCFullYear()}-${String(n + 1).padStart(5, '0')}`,
      name: `${r.pick(WORKS)} ${r.pick(PLACES).city}`,
      party1: company.name,
      party2: guests[0]?.company.name ?? `Contractors of ${company.name}`,
      currency,
      isPractice: r.chance(0.1) && !sent,
      archivedAt: archived ? new Date(createdAt.getTime() + age) : null,
      assignments: members.map((member) => assignment(r, currency, company, member)),
    };
  });
}
