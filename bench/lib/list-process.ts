import pg from 'pg';
import { randomOf } from '../../prisma/seed/random';
import { env } from '@/lib/core/env';
import { countUsers, listUsers } from '@/lib/users/queries';
import { filterOf, userListQuery } from '@/lib/users/schema';
import { answerQuestions } from './child';
import { ticks } from './figures';
import type { Asked, AskedOnce } from './list';
import { drawPage, drawQuestions, type ListQuestion, type Sample } from './list-questions';
import { SUPERUSER } from './people';
import { makePlain, plainCount, plainPage } from './plain-list';

const SAMPLES = `SELECT ARRAY[first_name, last_name, email, coalesce(phone, last_name)] AS text,
    company_id AS company, department_id AS department, position_id AS position,
    (SELECT group_id FROM user_groups WHERE user_id = u.id LIMIT 1) AS "group",
    (SELECT role_id FROM user_roles WHERE user_id = u.id LIMIT 1) AS role
  FROM users u ORDER BY md5(email) LIMIT 2000`;

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; value: T }> {
  const began = ticks();
  const value = await work();
  return { took: ticks() - began, value };
}

async function askBoth(client: pg.Client, n: number, { company, query }: ListQuestion) {
  const actor = company
    ? { ...SUPERUSER, right: 'organisation_admin' as const, companyId: company }
    : SUPERUSER;
  const first = userListQuery.parse(query);
  const count = await timed(() => countUsers(actor, filterOf(first)));
  const page = drawPage(randomOf(SEED, 'person', -1 - n), count.value, first.size);
  const asked = { ...first, page };
  const rows = await timed(() => listUsers(actor, asked));
  const plainRows = await timed(() => plainPage(client, asked, company));
  const plainTotal = await timed(() => plainCount(client, asked, company));
  const { rows: found, total } = rows.value;
  const differs =
    plainTotal.value !== count.value ||
    plainRows.value !== found.length ||
    (total ?? count.value) !== count.value;
  return {
    page: rows.took,
    // Where the rows tell it, the page does not ask.
    count: total === null ? count.took : rows.took,
    both: rows.took + (total === null ? count.took : 0),
    plain: plainRows.took + plainTotal.took,
    differs,
    text: JSON.stringify({ ...query, page, company }),
  } satisfies AskedOnce;
}

const SEED = 7;

/** Asks every question of the application and of the plain table; the first round warms up. */
answerQuestions(async ({ questions, rounds, today }: Asked): Promise<AskedOnce[]> => {
  const client = new pg.Client(env().DATABASE_URL);
  await client.connect();
  try {
    await makePlain(client);
    const { rows: samples } = await client.query<Sample>(SAMPLES);
    const drawn = drawQuestions(SEED, { count: questions, samples, today });
    const answers: AskedOnce[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const [n, question] of drawn.entries()) {
        const answer = await askBoth(client, n, question);
        if (round > 0) answers.push(answer);
      }
    }
    return answers;
  } finally {
    await client.end();
  }
});
