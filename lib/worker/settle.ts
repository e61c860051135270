import 'server-only';
import { logger } from '@/lib/core/logger';
import { settleAll } from '@/lib/tasks/settle';

/**
 * The tasks that time alone opens and closes: end dates that came, activity that did not. What fails
 * is logged and left to the next time: it holds up nothing else.
 */
export async function settle(): Promise<void> {
  try {
    await settleAll();
  } catch (error) {
    logger().warn({ error: String(error) }, 'tasks could not be settled');
  }
}
