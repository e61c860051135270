import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { admit } from '@/lib/access/admission';
import { DAY, SECOND } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { logger } from '@/lib/core/logger';
import { signOut } from '@/lib/sessions/commands';
import { credentials as signInInput } from '@/lib/sign-in/schema';
import { signIn } from '@/lib/sign-in/sign-in';
import { cookieOptions, giveDeviceCookie, sessionCookie } from './cookies';
import { visitor } from './request';

type Opaque = { token: string };

/** The session's token, as carried through next-auth in the place of a JWT's claims. */
const opaqueOf = (token: JWT | undefined) =>
  typeof token?.opaque === 'string' ? token.opaque : undefined;

/** The same way in as the form's: no session without `signIn`. */
async function authorize(given: unknown) {
  const input = signInInput.pick({ email: true, password: true }).safeParse(given);
  if (!input.success) return null;
  const result = await signIn(input.data, await visitor());
  if (result.kind !== 'signed-in') return null;
  const { session, deviceToken } = result;
  if (deviceToken) await giveDeviceCookie(deviceToken);
  return { id: session.sessionId, token: session.token };
}

/**
 * next-auth with its JWT strategy, but without a JWT: the cookie is the opaque id of a session in
 * the database, and decoding it is the access decision. A session `update` changes nothing (13).
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().APP_SECRET,
  // A stale cookie is no error of ours, and what next-auth says of it has no place on stderr.
  logger: {
    error: (code) => logger().info({ code }, 'next-auth'),
    warn: () => {},
    debug: () => {},
  },
  // Of the cookie alone: the session ends by its own limits, in the database.
  session: { strategy: 'jwt', maxAge: (30 * DAY) / SECOND },
  pages: { signIn: '/login', signOut: '/login', error: '/login' },
  cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: (given) => authorize(withoutNextAuthFields(given)),
    }),
  ],
  jwt: {
    encode: async ({ token }) => opaqueOf(token) ?? '',
    decode: async ({ token }) => {
      const admission = await admit(token);
      if (admission.kind !== 'admitted') return null;
      const whole = admission.owed === null;
      return { opaque: token, ...(whole && { sub: admission.session.userId }) };
    },
  },
  callbacks: {
    jwt: ({ token, user }) =>
      user ? { ...token, opaque: (user as unknown as Opaque).token } : token,
    // A session that owes a step is nobody yet; it can be signed out, and that is all.
    session: ({ session, token }) => ({
      expires: session.expires,
      ...(token.sub && { user: { name: token.sub } }),
    }),
    redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      const admission = await admit(opaqueOf(token));
      if (admission.kind !== 'admitted') return;
      await signOut({ ...admission.session, ...(await visitor()) });
    },
  },
});

function withoutNextAuthFields(given: object | undefined): unknown {
  const {
    csrfToken: _c,
    callbackUrl: _u,
    json: _j,
    redirect: _r,
    ...input
  } = (given ?? {}) as Record<string, unknown>;
  return input;
}
