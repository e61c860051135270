import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { admit, type Admission } from '@/lib/access/admission';
import { holds } from '@/lib/access/rights';
import { isUnavailable } from '@/lib/core/db';
import { env, isDevelopment } from '@/lib/core/env';
import { refusedBody, type Uploads } from './body';
import { contentPolicy } from './content-policy';
import { sessionCookie } from './cookies';
import { destination, passage } from './gate';
import { isOwnOrigin, REQUEST_ID } from './origin';
import { problem, stopped } from './problem';
import { areaOf, isApi } from './routes';
import { unavailablePage } from './unavailable';

const changes = (method: string) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';

/** A path with %-escapes that mean nothing: no address of ours, and the router would fail over it. */
function isBroken(path: string): boolean {
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}

function refusedAtOnce(request: NextRequest): Response | undefined {
  if (isBroken(request.nextUrl.pathname)) return problem(400, 'This address is broken.');
  if (!changes(request.method)) return undefined;
  if (!isOwnOrigin(request.headers.get('origin'))) {
    return problem(403, `Open Gatehouse at ${env().APP_URL} and try again from there.`);
  }
  return undefined;
}

/** Only who is let in may send more than a form's text, and a large file only who may import. */
function uploadsOf(admission: Admission): Uploads {
  if (admission.kind !== 'admitted') return 'none';
  return holds(admission.session, 'users.import') ? 'import' : 'photo';
}

async function unreadable(
  request: NextRequest,
  admission: Admission,
): Promise<Response | undefined> {
  if (!changes(request.method)) return undefined;
  return refusedBody(request, !isApi(request.nextUrl.pathname), uploadsOf(admission));
}

/** Lets through, or answers in the page's place. An action's own answer comes from inside. */
async function gate(
  request: NextRequest,
  onward: Headers,
  admission: Admission,
): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const area = areaOf(pathname);
  const through = () => NextResponse.next({ request: { headers: onward } });
  if (area === 'public' || request.headers.has('next-action')) return through();
  const verdict = passage(admission, area);
  if (verdict.kind === 'pass') return through();
  if (isApi(pathname)) return stopped(verdict);
  const status = changes(request.method) ? 303 : 307;
  return NextResponse.redirect(
    new URL(destination(verdict, pathname + search), env().APP_URL),
    status,
  );
}

async function answer(request: NextRequest, onward: Headers): Promise<Response> {
  const refused = refusedAtOnce(request);
  if (refused) return refused;
  const token = request.cookies.get(sessionCookie())?.value;
  // Asked for public pages too: then the answer matters little, but whether the database gives one.
  // Not for the form of somebody without a session: its action asks the database anyway.
  const isVisitor = token === undefined && changes(request.method);
  const admission: Admission = isVisitor ? { kind: 'anonymous' } : await admit(token);
  return (await unreadable(request, admission)) ?? gate(request, onward, admission);
}

/**
 * The gate's front door (proxy.ts): own origin, a body of ours, the access decision as an early
 * answer, and the headers of every answer. Nothing relies on it: everything inside decides again.
 */
export async function frontDoor(request: NextRequest): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(nonce, isDevelopment());
  const onward = new Headers(request.headers);
  const requestId = randomUUID();
  onward.set(REQUEST_ID, requestId);
  onward.set('x-nonce', nonce);
  onward.set('content-security-policy', policy);
  let response: Response;
  try {
    response = await answer(request, onward);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    response = isApi(request.nextUrl.pathname)
      ? problem(503, 'The database cannot be reached. Try again in a moment.')
      : unavailablePage(nonce);
  }
  response.headers.set('content-security-policy', policy);
  response.headers.set(REQUEST_ID, requestId);
  response.headers.set('cache-control', 'no-store');
  return response;
}
