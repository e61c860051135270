import { lockUsers } from '@/lib/lifecycle/commands';
import { answerQuestions } from './child';
import { ticks } from './figures';
import type { LockOrder, Locked } from './lock';
import { SUPERUSER } from './people';

answerQuestions(async ({ userIds }: LockOrder): Promise<Locked> => {
  const called = ticks();
  const outcomes = await lockUsers(SUPERUSER, { userIds, reason: 'Measured by the bench' });
  return { called, returned: ticks(), outcomes };
});
