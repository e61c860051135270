/** Draws that depend on nothing but what the generator was made with. */
export interface Random {
  /** 0 ≤ x < 1 */
  float(): number;
  /** 0 ≤ i < limit */
  int(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A UUIDv7 (RFC 9562 §5.7) of that moment. */
  uuid(at: Date): string;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** The four numbers (32 bits each) are the whole state: sfc32, which passes PractRand. */
function random(a: number, b: number, c: number, d: number): Random {
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) next();
  const float = () => next() / 4_294_967_296;
  const int = (limit: number) => Math.floor(float() * limit);
  return {
    float,
    int,
    chance: (probability) => float() < probability,
    pick: (list) => list[int(list.length)]!,
    uuid: (at) => {
      const time = hex(at.getTime(), 12);
      const [x, y, z] = [next(), next(), next()];
      const variant = hex(0x8000 | (x & 0x3fff), 4);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(x >>> 20, 3)}-${variant}-${hex(y, 8)}${hex(z & 0xffff, 4)}`;
    },
  };
}

const KINDS = [
  'company',
  'other groups',
  'company audit',
  'person',
  'person audit',
  'session',
  'change',
  'second factor',
  'contract',
  'contract audit',
  'snapshot',
] as const;

/** The generator of one thing of a seed; things of different kinds have nothing in common. */
export function randomOf(seed: number, kind: (typeof KINDS)[number], index: number): Random {
  return random(seed | 0, Math.floor(seed / 4_294_967_296), KINDS.indexOf(kind), index);
}

const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));

/**
 * The number at a place of a shuffle of 0 … size-1 that never repeats within `size` (up to ten
 * million). `start` turns the shuffle.
 */
export function shuffled(place: number, size: number, start: number): number {
  let stride = Math.ceil(size * 0.618_033_99); // the golden section keeps neighbours far apart
  while (divisor(stride, size) !== 1) stride += 1;
  return ((place % size) * stride + (start % size)) % size;
}
