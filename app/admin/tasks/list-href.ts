import { hrefOf } from '@/components/data-table/href';
import { taskListQuery, type TaskListQuery } from '@/lib/tasks/schema';

const defaults = taskListQuery.parse({});

/** The address of the tasks for a question, with what differs from the defaults. */
export const listHref = (query: TaskListQuery, change: Partial<TaskListQuery> = {}): string =>
  hrefOf('/admin/tasks', defaults, query, change);
