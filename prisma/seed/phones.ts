import { shuffled } from './random';

// Mobile prefixes of each country; with seven digits behind them they make a full number. Where
// only six fit, ten prefixes give the seventh.
const PREFIXES: Record<string, string> = {
  AM: '+37491 +37494 +37477 +37493 +37498 +37496 +37499 +37443 +37455 +37495',
  BR: '+551198 +552199 +553198 +557199',
  CN: '+861381 +861591 +861860 +861370',
  DE: '+491512 +491601 +491704 +491763',
  EG: '+20100 +20101 +20106 +20111 +20122',
  ES: '+3461 +3465 +3466',
  FR: '+3361 +3367 +3368',
  GE: '+99555 +99559',
  GR: '+30697 +30694 +30693',
  HU: '+3620 +3630 +3670',
  IL: '+97250 +97252 +97254',
  IN: '+91981 +91994 +91987 +91900',
  JP: '+81903 +81804 +81705',
  KR: '+82102 +82105 +82108 +82109',
  NG: '+234803 +234806 +234706',
  PL: '+4850 +4860 +4879',
  RO: '+4072 +4074 +4075',
  RS: '+38164 +38163 +38162',
  SE: '+4670 +4673 +4676',
  TH: '+6681 +6689 +6691',
  TR: '+90532 +90542 +90505',
  UA: '+38050 +38067 +38063 +38096',
  US: '+12062 +14153 +17182 +13127 +16174 +15035 +13036 +12145 +14047 +16462',
  VN: '+8490 +8491 +8497 +8498',
};
const SHORT = new Set(['AM', 'US']);

const NUMBERS = 10_000_000;

/** The mobile number of the n-th person in E.164 form; no two alike among ten million. */
export function phone(country: string, n: number, seed: number): string {
  const digits = String(shuffled(n, NUMBERS, Math.abs(seed))).padStart(7, '0');
  const prefixes = PREFIXES[country]!.split(' ');
  const prefix = prefixes[Number(digits[0]) % prefixes.length]!;
  return prefix + (SHORT.has(country) ? digits.slice(1) : digits);
}
