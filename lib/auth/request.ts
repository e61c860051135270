import 'server-only';
import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { admit, type Admission } from '@/lib/access/admission';
import type { Visitor } from '@/lib/core/actor';
import { env } from '@/lib/core/env';
import { forbidden } from '@/lib/core/errors';
import { clientAddress } from './address';
import { deviceCookie, sessionCookie } from './cookies';
import { isOwnOrigin, REQUEST_ID } from './origin';

/** From where the present request comes. The front door gives it its id, or we do without one. */
export const visitor = cache(async (): Promise<Visitor> => {
  const [all, jar] = await Promise.all([headers(), cookies()]);
  const given = all.get(REQUEST_ID) ?? '';
  return {
    address: clientAddress(all),
    requestId: /^[\w-]{8,64}$/.test(given) ? given : randomUUID(),
    userAgent: (all.get('user-agent') ?? '').replace(/\p{Cc}/gu, ' ').slice(0, 400),
    deviceToken: jar.get(deviceCookie())?.value,
    sessionToken: jar.get(sessionCookie())?.value,
  };
});

/** Who stands at the gate in this request; read once in it, and never longer. */
export const admission = cache(async (): Promise<Admission> =>
  admit((await cookies()).get(sessionCookie())?.value),
);

/** Refuses a change that another site asks for. */
export async function assertOwnOrigin(): Promise<void> {
  if (!isOwnOrigin((await headers()).get('origin'))) {
    throw forbidden(`Open Gatehouse at ${env().APP_URL} and try again from there.`);
  }
}
