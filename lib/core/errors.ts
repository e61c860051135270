import type { Conflict } from './action-state';

/** What can go wrong in a way the caller can be told; mapped once at each edge (lib/auth). */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'throttled'
  | 'unavailable';

export const HTTP_STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  throttled: 429,
  unavailable: 503,
};

/** An expected failure. The message is for the person at the screen: what happened, what to do. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: Record<string, string> = {},
    readonly versions?: Conflict,
  ) {
    super(message);
  }
}

export const notFound = (what: string) => new AppError('not_found', `${what} was not found.`);

export const forbidden = (message = 'Your rights do not allow this.') =>
  new AppError('forbidden', message);

export const conflict = (message: string) => new AppError('conflict', message);

/** Refuses input; `fields` maps a field's name to what is wrong with it. */
export const invalid = (
  fields: Record<string, string>,
  message = 'Please check the marked fields.',
) => new AppError('invalid', message, fields);
