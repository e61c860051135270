import { describe, expect, it } from 'vitest';
import type { Admission, LiveSession } from '@/lib/access/admission';
import { STEPS, type Step } from '@/lib/access/decision';
import { destination, passage, type Stop } from './gate';
import type { Area } from './routes';

type Gated = Exclude<Area, 'public'>;

const session = (isStaff: boolean): LiveSession => ({
  sessionId: 's',
  userId: 'u',
  companyId: null,
  isStaff,
  right: null,
  lastSeenAt: new Date(0),
});
const member = (owed: Step | null = null): Admission => ({
  kind: 'admitted',
  session: session(false),
  owed,
});
const staff = (owed: Step | null = null): Admission => ({
  kind: 'admitted',
  session: session(true),
  owed,
});

const AREAS: Gated[] = ['session', 'cabinet', 'admin', ...STEPS];
const verdicts = (admission: Admission) =>
  Object.fromEntries(
    AREAS.map((area) => {
      const verdict = passage(admission, area);
      return [area, verdict.kind === 'step' ? `step ${verdict.step}` : verdict.kind];
    }),
  );
const everywhere = (verdict: string) => Object.fromEntries(AREAS.map((area) => [area, verdict]));

describe('the gate', () => {
  it('asks the unknown to sign in, everywhere', () => {
    expect(verdicts({ kind: 'anonymous' })).toEqual(everywhere('sign-in'));
    expect(passage({ kind: 'anonymous' }, 'cabinet')).toEqual({ kind: 'sign-in', reason: null });
  });

  it('tells whose session has ended why, everywhere', () => {
    const ended: Admission = { kind: 'ended', reason: 'locked' };
    expect(verdicts(ended)).toEqual(everywhere('sign-in'));
    expect(passage(ended, 'session')).toEqual({ kind: 'sign-in', reason: 'locked' });
  });

  it('lets who owes nothing into the cabinet, and staff alone into the administration', () => {
    const notOwed = Object.fromEntries(STEPS.map((step) => [step, 'not-owed']));
    const pass = { session: 'pass', cabinet: 'pass' };
    expect(verdicts(member())).toEqual({ ...pass, admin: 'staff-only', ...notOwed });
    expect(verdicts(staff())).toEqual({ ...pass, admin: 'pass', ...notOwed });
  });

  it.each(STEPS)('security 15: whoever owes %s reaches only its page, and signing out', (step) => {
    const expected = { ...everywhere(`step ${step}`), session: 'pass', [step]: 'pass' };
    expect(verdicts(member(step))).toEqual(expected);
    expect(verdicts(staff(step))).toEqual(expected);
  });

  it('hands on the session it lets through', () => {
    expect(passage(staff(), 'admin')).toEqual({ kind: 'pass', session: session(true) });
  });
});

describe('where a browser is sent', () => {
  it.each<[Stop, string | null, string]>([
    [{ kind: 'sign-in', reason: null }, null, '/login'],
    [{ kind: 'sign-in', reason: null }, '/', '/login'],
    [
      { kind: 'sign-in', reason: null },
      '/admin/users?q=a&page=2',
      '/login?next=%2Fadmin%2Fusers%3Fq%3Da%26page%3D2',
    ],
    [{ kind: 'sign-in', reason: 'locked' }, null, '/login?reason=locked'],
    [{ kind: 'sign-in', reason: 'idle' }, '/admin', '/login?reason=idle&next=%2Fadmin'],
    [{ kind: 'step', step: 'change-password' }, '/admin', '/change-password'],
    [{ kind: 'step', step: 'two-factor' }, null, '/two-factor'],
    [{ kind: 'not-owed' }, '/change-password', '/'],
    [{ kind: 'staff-only' }, '/admin', '/personal-cabinet?notice=staff-only'],
  ])('%j from %s: %s', (stop, from, expected) => {
    expect(destination(stop, from)).toBe(expected);
  });
});
