import type { Answer } from '../../fixtures/ask';

// Next says a refusal in several ways: a status, a header, a row of the RSC payload, a tag of HTML.

const REDIRECT_ROW = /NEXT_REDIRECT;(?:push|replace);([^;"]*);/;
const REDIRECT_TAG = /http-equiv="refresh" content="\d+;url=([^"]*)"/;
const ERROR_ROW = /NEXT_HTTP_ERROR_FALLBACK;(\d+)/;
const STATE_ROW = /^\w+:\{"status":"(done|invalid|refused)"/m;
// What was asked for is done, and one is told so where one signs in.
const DONE_AT_LOGIN = /^\/login\?reason=(signed_out|password_reset)$/;
const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Where an answer sends the browser, if it does. */
function destinationOf({ status, headers, text, location }: Answer): string | undefined {
  const action = headers['x-action-redirect'];
  if (location !== undefined || typeof action === 'string') {
    return location ?? String(action).replace(/;\w+$/, '');
  }
  if (status !== 200 || STATE_ROW.test(text)) return undefined;
  return REDIRECT_ROW.exec(text)?.[1] ?? REDIRECT_TAG.exec(text)?.[1];
}

const STATUS: Record<number, string> = {
  200: 'opens',
  401: 'sign-in',
  403: 'forbidden',
  404: 'not-found',
};

/**
 * What became of a request, in one word: opens, done, invalid, refused, sign-in, forbidden,
 * not-found, `to:/where` with ids left out, or the status.
 */
export function outcomeOf(answer: Answer): string {
  const to = destinationOf(answer)?.replace(UUID, '[id]');
  if (to !== undefined) {
    const { pathname } = new URL(to, 'http://gatehouse.invalid');
    return pathname === '/login' && !DONE_AT_LOGIN.test(to) ? 'sign-in' : `to:${to}`;
  }
  // What the action answered counts before what its page, drawn anew, says.
  const state = answer.status === 200 ? STATE_ROW.exec(answer.text)?.[1] : undefined;
  const inside = answer.status === 200 ? ERROR_ROW.exec(answer.text)?.[1] : undefined;
  const status = Number(inside ?? answer.status);
  return state ?? STATUS[status] ?? String(status);
}

/** Why the browser is sent to sign in, or is told it has to. */
export function reasonOf(answer: Answer): string | undefined {
  const to = destinationOf(answer);
  if (to !== undefined) {
    return new URL(to, 'http://gatehouse.invalid').searchParams.get('reason') ?? undefined;
  }
  return /"reason":"([\w-]+)"/.exec(answer.text)?.[1];
}
