import { randomOf, type Random } from '../../prisma/seed/random';
import { EMPLOYMENTS, USER_SORTS, USER_STATUSES } from '@/lib/users/schema';

// What administrators do: a name typed, a place, a state, the first pages in the order of names or of
// activity; and now and then anything else there is.
const USUAL_SORTS = ['name', '-name', 'activity', '-activity'] as const;

/** What there is to ask about: people at random, each with the place and the memberships they have. */
export interface Sample {
  text: string[]; // first name, last name, e-mail, phone
  company: string | null;
  department: string | null;
  position: string | null;
  group: string | null;
  role: string | null;
}

/** A question of the list as it stands in an address, and who asks it: null is a superuser. */
export interface ListQuestion {
  company: string | null;
  query: Record<string, string>;
}

const between = (r: Random, least: number, most: number) => least + r.int(most - least + 1);

const dayFrom = (today: Date, days: number) =>
  new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A piece of a name, an address or a number, of one to twelve letters; now and then of nobody. */
function drawWord(r: Random, { text }: Sample): string {
  const source = r.chance(0.05) ? 'qzxwvkjq' : r.pick(text.flatMap((part) => part.split(/[\s@]/)));
  const letters = [...source];
  const length = Math.min(letters.length, between(r, 1, 12));
  const start = r.chance(0.6) ? 0 : between(r, 0, letters.length - length);
  return letters.slice(start, start + length).join('');
}

function drawPlace(r: Random, sample: Sample): [string, string | null][] {
  if (r.chance(0.7)) return [];
  const places: [string, string | null][] = [['company', sample.company]];
  if (r.chance(0.5)) places.push(['department', sample.department]);
  if (places.length > 1 && r.chance(0.4)) places.push(['position', sample.position]);
  return places;
}

function drawDates(r: Random, today: Date): [string, string][] {
  if (r.chance(0.9)) return [];
  const from = between(r, -900, 300);
  const until = dayFrom(today, from + between(r, 0, 400));
  return [
    ['dates', r.pick(['start', 'end'])],
    ['from', dayFrom(today, from)],
    ...(r.chance(0.6) ? [['to', until] as [string, string]] : []),
  ];
}

function drawQuery(r: Random, samples: Sample[], today: Date): Record<string, string> {
  const sample = r.pick(samples);
  const some = <T>(share: number, draw: () => T): T[] => (r.chance(share) ? [draw()] : []);
  const words = r.chance(0.12) ? 2 : r.chance(0.5) ? 1 : 0;
  const query: [string, string | null][] = [
    ['q', Array.from({ length: words }, () => drawWord(r, sample)).join(' ')],
    ...drawPlace(r, sample),
    ...some<[string, string | null]>(0.1, () => ['group', sample.group]),
    ...some<[string, string | null]>(0.1, () => ['role', sample.role]),
    ...some<[string, string]>(0.3, () => [
      'status',
      [...new Set(some(0.4, () => r.pick(USER_STATUSES)).concat(r.pick(USER_STATUSES)))].join(','),
    ]),
    ...some<[string, string]>(0.15, () => ['employment', r.pick(EMPLOYMENTS)]),
    ...drawDates(r, today),
    ...some<[string, string]>(0.1, () => ['idleSince', dayFrom(today, -between(r, 1, 400))]),
    ...some<[string, string]>(0.4, () => [
      'sort',
      r.chance(0.5) ? r.pick(USUAL_SORTS) : r.pick(USER_SORTS),
    ]),
    ['size', r.pick(['25', '25', '25', '10', '50', '100'])],
  ];
  return Object.fromEntries(query.filter((entry): entry is [string, string] => !!entry[1]));
}

/** The page asked for: mostly the first, at times one of the next, now and then one far down. */
export function drawPage(r: Random, total: number, size: number): number {
  const pages = Math.min(1_000_000, Math.max(1, Math.ceil(total / size)));
  if (r.chance(0.8)) return 1;
  return between(r, 1, r.chance(0.8) ? Math.min(10, pages) : pages);
}

/** So many questions of every kind; half of them by an administrator of one company. */
export function drawQuestions(
  seed: number,
  { count, samples, today }: { count: number; samples: Sample[]; today: Date },
): ListQuestion[] {
  return Array.from({ length: count }, (_, n) => {
    const r = randomOf(seed, 'change', n);
    const query = drawQuery(r, samples, today);
    return { company: r.chance(0.5) ? r.pick(samples).company : null, query };
  });
}
