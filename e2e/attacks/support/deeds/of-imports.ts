import { randomUUID } from 'node:crypto';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { exists, type Deeds, type Doer } from './deed';

const HEADERS = ['First name', 'Last name', 'E-mail'];
const COLUMNS = ['firstName', 'lastName', 'email'];
const SOURCE = { kind: 'csv', headerRow: 1, above: [], hidden: 0 };

/** An upload of one person, of the doer's own where they are of the company, else of somebody there. */
async function uploaded({ person, company }: Doer, isMapped: boolean) {
  const isOwn = person?.companyId === company.id;
  const owner = isOwn ? person : await makePerson({ company, right: 'user_admin' });
  const plan = {
    columns: COLUMNS,
    companyId: company.id,
    dateOrder: null,
    country: null,
    groupsFromRoles: true,
    createMissing: false,
  };
  const [row] = await sql<{ id: string }>(
    `INSERT INTO imports (owner_id, file_name, headers, size, mapping)
     VALUES ($1, 'people.csv', $2, 1, $3) RETURNING id`,
    [owner.id, HEADERS, JSON.stringify({ source: SOURCE, plan: isMapped ? plan : null })],
  );
  const email = `imported-${randomUUID()}@example.org`;
  await sql('INSERT INTO import_rows (import_id, number, cells) VALUES ($1, 2, $2)', [
    row?.id,
    ['Ann', 'Imported', email],
  ]);
  if (isMapped) {
    await sql(
      `INSERT INTO import_readings (import_id, number, first_name, last_name, email, groups, roles, errors)
       VALUES ($1, 2, 'Ann', 'Imported', $2, '{}', '{}', '{}')`,
      [row?.id, email],
    );
  }
  return { importId: row?.id ?? '', email };
}

/** What administrators do with files of people. */
export const OF_IMPORTS: Deeds = {
  'app/admin/users/import/actions.ts#uploadImportAction': async ({ person }) => {
    const marker = randomUUID();
    return {
      fields: {
        file: new Blob([`${HEADERS.join(',')},${marker}\nAnn,Lee,ann@example.org,\n`]),
        encoding: 'auto',
        delimiter: 'auto',
        sheet: '',
      },
      happened: exists('imports WHERE owner_id = $1 AND $2 = ANY (headers)', [person?.id, marker]),
    };
  },
  'app/admin/users/import/actions.ts#mapImportAction': async (doer) => {
    const { importId } = await uploaded(doer, false);
    return {
      fields: {
        importId,
        'column-0': 'firstName',
        'column-1': 'lastName',
        'column-2': 'email',
        companyId: doer.company.id,
        dateOrder: '',
        country: '',
      },
      happened: exists(`imports WHERE id = $1 AND mapping->>'plan' IS NOT NULL`, [importId]),
    };
  },
  'app/admin/users/import/actions.ts#runImportAction': async (doer) => {
    const { importId, email } = await uploaded(doer, true);
    return {
      fields: { importId, good: '1', bad: '0', invite: 'none' },
      happened: exists('users WHERE email = $1', [email]),
    };
  },
};
