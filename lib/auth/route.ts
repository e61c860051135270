import 'server-only';
import { holds, type Permission } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import { forbidden } from '@/lib/core/errors';
import { explain } from './failure';
import { problem, problemOf, stopped } from './problem';
import { visitor } from './request';
import type { Area } from './routes';
import { enter } from './viewer';

type Context = { params: Promise<Record<string, string>> };
type Handler = (request: Request, context: Context) => Promise<Response>;
type Answer = (actor: Actor, request: Request, context: Context) => Promise<Response> | Response;

const answered =
  (answer: Handler): Handler =>
  async (request, context) => {
    try {
      const response = await answer(request, context);
      response.headers.set('cache-control', 'no-store');
      return response;
    } catch (error) {
      const failure = explain(error, (await visitor()).requestId);
      return 'unknown' in failure ? problem(500, failure.unknown) : problemOf(failure);
    }
  };

const gated = (area: Exclude<Area, 'public'>, answer: Answer, options?: { passive: boolean }) =>
  answered(async (request, context) => {
    const entry = await enter(area, options);
    return entry.kind === 'pass' ? answer(entry.actor, request, context) : stopped(entry);
  });

/** A handler for everybody. */
export const publicRoute = (answer: Handler): Handler => answered(answer);

/** A handler for any live session, whatever it owes. Asking does not count as use. */
export const sessionRoute = (answer: Answer): Handler =>
  gated('session', answer, { passive: true });

/** A handler for what a page of somebody who owes nothing shows. Asking does not count as use. */
export const cabinetRoute = (answer: Answer): Handler =>
  gated('cabinet', answer, { passive: true });

/** A handler of the administration, for staff whose right includes the permission. */
export const adminRoute = (permission: Permission, answer: Answer): Handler =>
  gated('admin', (actor, request, context) => {
    if (!holds(actor, permission)) throw forbidden();
    return answer(actor, request, context);
  });
