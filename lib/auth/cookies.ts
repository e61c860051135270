import 'server-only';
import { cookies } from 'next/headers';
import { DAY, SECOND } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import type { IssuedSession } from '@/lib/sessions/issue';

const isSecure = () => env().APP_URL.startsWith('https:');

// Under https the browser itself then refuses the cookie to subdomains and over http (security 14).
const named = (name: string) => (isSecure() ? `__Host-${name}` : name);

// Neither name may begin with the other: next-auth takes such cookies for parts of one.
export const sessionCookie = () => named('gatehouse');
export const deviceCookie = () => named('known-device');

export const cookieOptions = () =>
  ({ httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' }) as const;

type SignedIn = { session: IssuedSession; deviceToken: string };

/** Hands the browser its session, and the mark by which it is known again. */
export async function giveCookies({ session, deviceToken }: SignedIn): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie(), session.token, { ...cookieOptions(), expires: session.expiresAt });
  jar.set(deviceCookie(), deviceToken, { ...cookieOptions(), maxAge: (365 * DAY) / SECOND });
}

/** Takes the session cookie away; the device stays known. */
export async function takeSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), '', { ...cookieOptions(), maxAge: 0 });
}
