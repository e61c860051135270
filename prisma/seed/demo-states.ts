import * as access from './access';
import type { Access } from './access';
import type { Random } from './random';

export interface Circumstance {
  now: Date;
  createdAt: Date;
  locker: string;
  source: 'local' | 'directory';
}

type State = (r: Random, circumstance: Circumstance) => Partial<Access>;

const deactivated: State = () => ({ isActive: false });
const locked: State = (r, given) => access.lock(r, given);
const twoFactor: State = (r, { now, createdAt }) => ({
  twoFactorRequired: true,
  twoFactorEnabledAt: access.twoFactorSince(r, now, createdAt),
});
const expired: State = (r, { now, createdAt }) => access.pastDates(r, now, createdAt);

/** How many of the demonstration's people are in which state; the others are plainly active. */
const STATES: readonly [number, State][] = [
  [60, (r, { now }) => access.currentDates(r, now)],
  [16, (r, { now }) => access.futureDates(r, now)],
  [20, expired],
  [12, locked],
  [20, deactivated],
  [3, (...given) => ({ ...locked(...given), ...deactivated(...given) })],
  [2, (...given) => ({ ...locked(...given), ...deactivated(...given), ...expired(...given) })],
  [12, (_, { source }) => ({ passwordChangeOwed: source === 'local' })],
  [8, () => ({ profileCompletionOwed: true })],
  [14, () => ({ twoFactorRequired: true })],
  [18, twoFactor],
];

const SEQUENCE = STATES.flatMap(([count, state]) => Array.from({ length: count }, () => state));

/** The state at a place of the sequence; past its end (185) nothing hinders. */
export const stateAt = (place: number): State => SEQUENCE[place] ?? (() => ({}));
