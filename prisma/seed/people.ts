import { PLAIN, type Access } from './access';
import { CULTURES, type Culture } from './cultures';
import type { Company, Named, Organisation, Role } from './organisation';
import { phone } from './phones';
import { shuffled, type Random } from './random';
import { COLOURS } from './vocabulary';

export interface Person {
  n: number;
  id: string;
  createdAt: Date;
  email: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  company: Company | null;
  department: Named | null;
  position: Named | null;
  colour: string | null;
  source: 'local' | 'directory';
  roles: Role[];
  /** By group id: how the membership came about. */
  groups: Map<string, 'role' | 'manual'>;
  access: Access;
}

export interface Birth {
  n: number;
  createdAt: Date;
  /** Left out: any company, or now and then none. */
  company?: Company | null;
}

/** A few large companies, many small ones; three in a hundred people belong to none. */
function drawCompany(r: Random, companies: Company[]): Company | null {
  if (r.chance(0.03)) return null;
  return companies[Math.floor(r.float() ** 1.5 * companies.length)]!;
}

function drawCulture(r: Random, company: Company | null): Culture {
  const home = company && CULTURES.find(({ country }) => country === company.country);
  return home && r.chance(0.55) ? home : r.pick(CULTURES);
}

function drawMemberships(r: Random, company: Company | null, otherGroups: Named[]) {
  const groups: Person['groups'] = new Map();
  const roles = new Set<Role>();
  if (company) {
    for (let left = r.pick([0, 1, 1, 1, 1, 1, 1, 2]); left > 0; left -= 1) {
      roles.add(r.pick(company.roles));
    }
    for (let left = r.pick([0, 0, 1, 1, 2]); left > 0; left -= 1) {
      groups.set(r.pick(company.groups).id, 'manual');
    }
  }
  if (r.chance(0.35)) groups.set(r.pick(otherGroups).id, 'manual');
  const applied = r.chance(0.92);
  for (const group of applied ? [...roles].flatMap((role) => role.groups) : []) {
    groups.set(group.id, 'role');
  }
  return { roles: [...roles], groups };
}

/**
 * Makes people of an organisation, one after the other: nobody's name and e-mail depend on anything
 * but the seed and who came before. Everybody may enter; who may not is for the caller to say.
 */
export function peopleOf(organisation: Organisation) {
  const { seed, companies, otherGroups, otherDomain } = organisation;
  const met = new Map<string, number>();

  // Each combination of names once in a company, then with a number: no address twice.
  function drawName(r: Random, company: Company | null) {
    const { country, first, last } = drawCulture(r, company);
    const domain = company?.domain ?? otherDomain;
    const key = `${country} ${domain}`;
    const before = met.get(key) ?? 0;
    met.set(key, before + 1);
    const size = first.length * last.length;
    const turn = company ? parseInt(company.id.slice(-6), 16) : Math.abs(seed);
    const place = shuffled(before, size, turn);
    const [given, family] = [first[place % first.length]!, last[Math.floor(place / first.length)]!];
    return { country, domain, given, family, round: Math.floor(before / size) };
  }

  return (r: Random, { n, createdAt, company: wanted }: Birth): Person => {
    const id = r.uuid(createdAt);
    const company = wanted === undefined ? drawCompany(r, companies) : wanted;
    const { country, domain, given, family, round } = drawName(r, company);
    const number = round ? round + 1 : '';
    const department = company && r.chance(0.94) ? r.pick(company.departments) : null;
    const source = r.chance(company ? 0.12 : 0.7) ? 'directory' : 'local';
    return {
      n,
      id,
      createdAt,
      email: `${given.latin}.${family.latin}${number}@${domain}`,
      firstName: given.text,
      lastName: family.text,
      phone: r.chance(company ? 0.93 : 0.2) ? phone(country, n, seed) : null,
      company,
      department,
      position: department && r.chance(0.96) ? r.pick(department.positions) : null,
      colour: company && r.chance(0.6) ? r.pick(COLOURS) : null,
      source,
      ...drawMemberships(r, company, otherGroups),
      access: { ...PLAIN, directoryAllows: source === 'directory' ? true : null },
    };
  };
}
