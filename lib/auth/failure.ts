import 'server-only';
import { AppError } from '@/lib/core/errors';
import { isUnavailable } from '@/lib/core/db';
import { logger } from '@/lib/core/logger';

/** Whatever was thrown, as something that may be said: the unknown shows an id and nothing else. */
export function explain(error: unknown, requestId: string): AppError | { unknown: string } {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) {
    logger().error({ requestId, error: String(error) }, 'database unavailable');
    return new AppError(
      'unavailable',
      'The database cannot be reached, so nothing was changed. Try again in a moment.',
    );
  }
  logger().error({ requestId, err: error }, 'unexpected failure');
  return { unknown: `Something went wrong on our side. Reference: ${requestId}` };
}
