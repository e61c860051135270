import { randomUUID } from 'node:crypto';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { exists, type Deeds, type Doer } from './deed';

/** A view of the doer's own; of nobody signed in, that of somebody else. */
async function viewOf({ person, company }: Doer): Promise<string> {
  const owner = person ?? (await makePerson({ company }));
  const [view] = await sql<{ id: string }>(
    `INSERT INTO saved_views (owner_id, name, question) VALUES ($1, $2, '') RETURNING id`,
    [owner.id, `View ${randomUUID()}`],
  );
  return view?.id ?? '';
}

/** What administrators keep of the users list for themselves. */
const ON_VIEWS: Deeds = {
  saveViewAction: async () => {
    const name = `New ${randomUUID()}`;
    return {
      fields: { name, question: 'q=ann' },
      happened: exists('saved_views WHERE name = $1', [name]),
    };
  },
  updateViewAction: async (doer) => {
    const name = `Renamed ${randomUUID()}`;
    return {
      fields: { viewId: await viewOf(doer), name },
      happened: exists('saved_views WHERE name = $1', [name]),
    };
  },
  deleteViewAction: async (doer) => {
    const viewId = await viewOf(doer);
    return {
      fields: { viewId },
      happened: exists(
        '(SELECT 1) AS one WHERE NOT EXISTS (SELECT FROM saved_views WHERE id = $1)',
        [viewId],
      ),
    };
  },
};

export const OF_VIEWS: Deeds = Object.fromEntries(
  Object.entries(ON_VIEWS).map(([name, deed]) => [
    `app/admin/users/views/actions.ts#${name}`,
    deed,
  ]),
);
