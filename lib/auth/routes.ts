import { STEP_PAGE } from '@/lib/access/labels';
import { STEPS, type Step } from '@/lib/access/decision';

/**
 * What it takes to pass: nothing; any live session, whatever it owes; a session that owes exactly
 * this step; a session that owes nothing; that, and staff.
 */
export type Area = 'public' | 'session' | Step | 'cabinet' | 'admin';

// Deny by default: what is not named here needs a session that owes nothing (spec §2).
const PUBLIC = new Set([
  '/login',
  '/setup',
  '/password_reset',
  '/first_login',
  '/livez',
  '/readyz',
]);
// Handlers that let in by themselves: next-auth, and the timer with its secret.
const PUBLIC_ROOTS = ['/api/auth', '/api/cron'];
const ANY_SESSION = new Set(['/api/session']);
const STAFF = ['/admin', '/api/people', '/api/users', '/api/organisation', '/api/contracts'];

const isUnder = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

/** What the gate asks for at a path. */
export function areaOf(pathname: string): Area {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname;
  if (PUBLIC.has(path) || PUBLIC_ROOTS.some((root) => isUnder(path, root))) return 'public';
  if (ANY_SESSION.has(path)) return 'session';
  if (STAFF.some((root) => isUnder(path, root))) return 'admin';
  return STEPS.find((step) => STEP_PAGE[step] === path) ?? 'cabinet';
}

/** Is this answered with data rather than a page? */
export const isApi = (pathname: string) => isUnder(pathname, '/api');

/** A path of this site to go on to, or the start page: never another site (security 55). */
export function safePath(next: string | undefined | null): string {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return '/';
  // Judged and returned as a browser will read it: /.// too would lead to another site.
  const url = new URL(next, 'http://gatehouse.invalid');
  const path = url.pathname + url.search + url.hash;
  return url.host === 'gatehouse.invalid' && !path.startsWith('//') ? path : '/';
}
