import { HTTP_STATUS, type AppError } from '@/lib/core/errors';
import type { Stop } from './gate';

/** An error of a handler as RFC 9457 problem details; private answers are never stored. */
export function problem(status: number, detail: string, extra: Record<string, unknown> = {}) {
  return Response.json(
    { type: 'about:blank', status, detail, ...extra },
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    },
  );
}

export const problemOf = ({ code, message, fields }: AppError) =>
  problem(HTTP_STATUS[code], message, { code, ...(Object.keys(fields).length > 0 && { fields }) });

const STOPPED: Record<Stop['kind'], [number, string]> = {
  'sign-in': [401, 'Sign in to go on.'],
  step: [403, 'Something is owed before this opens.'],
  'not-owed': [403, 'This step is not owed.'],
  'staff-only': [403, 'This is for staff.'],
};

/** The gate's refusal as data: why, and what is owed. */
export function stopped(stop: Stop): Response {
  const { kind, ...why } = stop;
  const [status, detail] = STOPPED[kind];
  return problem(status, detail, why);
}
