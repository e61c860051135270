import 'server-only';
import {
  forbidden as showForbidden,
  notFound as showNotFound,
  redirect,
  unstable_rethrow,
} from 'next/navigation';
import type { z } from 'zod';
import type { ActionState } from '@/lib/core/action-state';
import type { Actor, Visitor } from '@/lib/core/actor';
import type { AppError } from '@/lib/core/errors';
import type { Step } from '@/lib/access/decision';
import { explain } from './failure';
import { destination } from './gate';
import { formFields, parse } from './parse';
import { assertOwnOrigin, visitor } from './request';
import type { Area } from './routes';
import { enter } from './viewer';

export type FormAction = (previous: ActionState, data: FormData) => Promise<ActionState>;

/** What an action answers on success: a sentence for the toast, more to show once, or nothing. */
type Done = Promise<string | Pick<ActionState, 'message' | 'once' | 'review'> | undefined | void>;
type Run<S extends z.ZodType> = (actor: Actor, input: z.output<S>) => Done;

const SECRET = /password|repeat|current|token|code|word/i;

/** What was typed, to show again beside the error; never a secret. */
function typed(data: FormData): NonNullable<ActionState['values']> {
  const isText = (value: unknown) => [value].flat().every((one) => typeof one === 'string');
  return Object.fromEntries(
    Object.entries(formFields(data)).filter(
      (entry): entry is [string, string | string[]] => isText(entry[1]) && !SECRET.test(entry[0]),
    ),
  );
}

function refusal(error: AppError, data: FormData): ActionState {
  if (error.code === 'not_found') showNotFound();
  const malformed = error.code === 'invalid' && Object.keys(error.fields).length === 0;
  if (error.code === 'forbidden' || malformed) showForbidden();
  const status = error.code === 'invalid' ? 'invalid' : 'refused';
  const { message, fields, versions } = error;
  return { status, message, fields, values: typed(data), ...(versions && { versions }) };
}

/** The one frame of every action: own origin, gate, strict parse, run, errors mapped once. */
function action<Who, S extends z.ZodType>(
  gate: () => Promise<Who>,
  schema: S,
  run: (who: Who, input: z.output<S>) => Done,
): FormAction {
  return async (_previous, data) => {
    try {
      await assertOwnOrigin();
      const who = await gate();
      const fields = data instanceof FormData ? formFields(data) : undefined;
      const done = await run(who, parse(schema, fields));
      const answer = typeof done === 'string' ? { message: done } : done;
      // A form that is not sent for good yet keeps what was typed.
      return { status: 'done', ...answer, ...(answer?.review && { values: typed(data) }) };
    } catch (error) {
      unstable_rethrow(error);
      const failure = explain(error, (await visitor()).requestId);
      if ('unknown' in failure) return { status: 'refused', message: failure.unknown };
      return refusal(failure, data);
    }
  };
}

/** Who acts; whoever may not is told nothing of what the action takes. */
async function actorAt(area: Exclude<Area, 'public'>): Promise<Actor> {
  const entry = await enter(area);
  if (entry.kind === 'staff-only') showForbidden();
  if (entry.kind !== 'pass') redirect(destination(entry, null));
  return entry.actor;
}

const gated = <S extends z.ZodType>(area: Exclude<Area, 'public'>, schema: S, run: Run<S>) =>
  action(() => actorAt(area), schema, run);

/** An action of somebody not signed in. */
export const publicAction = <S extends z.ZodType>(
  schema: S,
  run: (visitor: Visitor, input: z.output<S>) => Done,
): FormAction => action(visitor, schema, run);

/** An action open to any live session, whatever it owes: to sign out. */
export const sessionAction = <S extends z.ZodType>(schema: S, run: Run<S>) =>
  gated('session', schema, run);

/** The action of an owed step. */
export const stepAction = <S extends z.ZodType>(step: Step, schema: S, run: Run<S>) =>
  gated(step, schema, run);

/** An action of somebody who owes nothing, on what is theirs. */
export const cabinetAction = <S extends z.ZodType>(schema: S, run: Run<S>) =>
  gated('cabinet', schema, run);

/** An action of the administration; the command checks the right. */
export const adminAction = <S extends z.ZodType>(schema: S, run: Run<S>) =>
  gated('admin', schema, run);
