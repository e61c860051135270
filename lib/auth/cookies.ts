import 'server-only';
import { cookies } from 'next/headers';
import { DAY, SECOND } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import type { Opened } from '@/lib/sessions/issue';

const isSecure = () => env().APP_URL.startsWith('https:');

// Under https the browser itself then refuses the cookie to subdomains and over http (security 14).
const named = (name: string) => (isSecure() ? `__Host-${name}` : name);

// Neither name may begin with the other: next-auth takes such cookies for parts of one.
export const sessionCookie = () => named('gatehouse');
export const deviceCookie = () => named('known-device');

export const cookieOptions = () =>
  ({ httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' }) as const;

type SignedIn = { session: Opened; deviceToken?: string | undefined };

/** Hands the browser the new id of its session. */
export async function giveSessionCookie({ token, expiresAt }: Opened): Promise<void> {
  (await cookies()).set(sessionCookie(), token, { ...cookieOptions(), expires: expiresAt });
}

/** Marks the browser, so that it is known again. */
export async function giveDeviceCookie(deviceToken: string): Promise<void> {
  const maxAge = (365 * DAY) / SECOND;
  (await cookies()).set(deviceCookie(), deviceToken, { ...cookieOptions(), maxAge });
}

/** Hands the browser its session, and the mark by which it is known again if it is to be. */
export async function giveCookies({ session, deviceToken }: SignedIn): Promise<void> {
  await giveSessionCookie(session);
  if (deviceToken) await giveDeviceCookie(deviceToken);
}

/** Takes the session cookie away; the device stays known. */
export async function takeSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), '', { ...cookieOptions(), maxAge: 0 });
}
