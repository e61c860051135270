import type { Admission, EndReason, LiveSession } from '@/lib/access/admission';
import { STEP_PAGE } from '@/lib/access/labels';
import type { Step } from '@/lib/access/decision';
import type { Area } from './routes';

/** The gate's answer, for the front door and for every page, action and handler alike. */
export type Passage =
  | { kind: 'pass'; session: LiveSession }
  | { kind: 'sign-in'; reason: EndReason | null }
  | { kind: 'step'; step: Step }
  | { kind: 'not-owed' }
  | { kind: 'staff-only' };

/** Whatever does not let through. */
export type Stop = Exclude<Passage, { kind: 'pass' }>;

/** Order of spec §2: access, then what is owed, then the page. `area` is not public. */
export function passage(admission: Admission, area: Exclude<Area, 'public'>): Passage {
  if (admission.kind === 'anonymous') return { kind: 'sign-in', reason: null };
  if (admission.kind === 'ended') return { kind: 'sign-in', reason: admission.reason };
  const { session, owed } = admission;
  if (area === 'session' || area === owed) return { kind: 'pass', session };
  if (owed) return { kind: 'step', step: owed };
  if (area === 'admin') return session.isStaff ? { kind: 'pass', session } : { kind: 'staff-only' };
  return area === 'cabinet' ? { kind: 'pass', session } : { kind: 'not-owed' };
}

/** Where a browser is sent that may not pass; `from` is where it wanted to go. */
export function destination(stop: Stop, from: string | null): string {
  if (stop.kind === 'step') return STEP_PAGE[stop.step];
  if (stop.kind === 'not-owed') return '/';
  if (stop.kind === 'staff-only') return '/personal-cabinet?notice=staff-only';
  const query = new URLSearchParams();
  if (stop.reason) query.set('reason', stop.reason);
  if (from && from !== '/') query.set('next', from);
  return `/login${query.size > 0 ? `?${query.toString()}` : ''}`;
}
