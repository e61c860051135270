import { randomOf, shuffled, type Random } from './random';
import * as vocabulary from './vocabulary';

export interface Named {
  id: string;
  name: string;
}
export interface Department extends Named {
  positions: Named[];
}
export interface Role extends Named {
  groups: Named[];
}
export interface Company extends Named {
  timeZone: string;
  /** Where most of its people come from. */
  country: string;
  /** Under .example, so that no mail ever reaches anybody (RFC 2606). */
  domain: string;
  departments: Department[];
  roles: Role[];
  groups: Named[];
  /** What people are on its contracts. */
  contractRoles: Named[];
}
export interface Organisation {
  seed: number;
  createdAt: Date;
  companies: Company[];
  /** Access groups of no company. */
  otherGroups: Named[];
  /** The address of people of no company. */
  otherDomain: string;
}

/** Told apart by their seed, so that one seed's names never meet another's. */
const edition = (seed: number) => (seed === 1 || seed < 0 ? '' : ` ${seed}`);

const slug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();

/** What stands at the n-th place in the list of a seed's companies. */
function companyName(seed: number, n: number): string {
  const { COMPANY_WORDS: words, TRADES: trades, PLACES: places } = vocabulary;
  const place = shuffled(n, words.length * trades.length, Math.abs(seed));
  const [word, trade] = [words[place % words.length], trades[Math.floor(place / words.length)]];
  return `${word} ${trade} ${places[n % places.length]!.city}${edition(seed)}`;
}

type Inside = Pick<Company, 'departments' | 'roles' | 'groups' | 'contractRoles'>;

function insides(r: Random, at: Date): Inside {
  const named = (name: string): Named => ({ id: r.uuid(at), name });
  const departments = Object.entries(vocabulary.DEPARTMENTS).map(([name, positions]) => ({
    ...named(name),
    positions: positions.map(named),
  }));
  const names = new Set([...Object.values(vocabulary.ROLES).flat(), ...vocabulary.FREE_GROUPS]);
  const groups = [...names].map(named);
  const roles = Object.entries(vocabulary.ROLES).map(([name, brings]) => ({
    ...named(name),
    groups: groups.filter((group) => brings.includes(group.name)),
  }));
  const contractRoles = vocabulary.CONTRACT_ROLES.map(named);
  return { departments, roles, groups, contractRoles };
}

/** The companies of a seed with all that is in them; `names` are given for the demonstration. */
export function planOrganisation(
  seed: number,
  createdAt: Date,
  count: number,
  names: readonly string[] = [],
): Organisation {
  const companies = Array.from({ length: count }, (_, n) => {
    const r = randomOf(seed, 'company', n);
    const { timeZone, country } = vocabulary.PLACES[n % vocabulary.PLACES.length]!;
    const name = names[n] ?? companyName(seed, n);
    const domain = `${slug(name)}.example`;
    return { id: r.uuid(createdAt), name, timeZone, country, domain, ...insides(r, createdAt) };
  });
  const r = randomOf(seed, 'other groups', 0);
  const otherGroups = vocabulary.OTHER_GROUPS.map((name) => ({
    id: r.uuid(createdAt),
    name: name + edition(seed),
  }));
  const otherDomain = `${slug(`partners${seed < 0 ? ' demo' : edition(seed)}`)}.example`;
  return { seed, createdAt, companies, otherGroups, otherDomain };
}
