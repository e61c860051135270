import { readFile } from 'node:fs/promises';
import type { Actor } from '@/lib/core/actor';
import { mapImport, runImport, uploadImport } from '@/lib/imports/commands';
import { guessColumns } from '@/lib/imports/guess';
import type { ImportMapping } from '@/lib/imports/schema';
import type { RowErrors } from '@/lib/imports/values/person';
import { makeCompany, type TestCompany } from './people';
import { sql } from './sql';

// Imports for tests: a file in, its judgement and its people out.

/** A company named as the fixture names it, with what its rows refer to. */
export async function makeContoso(name = 'Contoso'): Promise<TestCompany> {
  const { id } = await makeCompany();
  await sql('UPDATE companies SET name = $2 WHERE id = $1', [id, name]);
  await sql(
    `WITH d AS (INSERT INTO departments (company_id, name)
       VALUES ($1, 'IT'), ($1, 'Human Resources') RETURNING id, name)
     INSERT INTO positions (department_id, name)
     SELECT id, unnest(CASE name WHEN 'IT' THEN ARRAY['Analyst', 'CISO'] ELSE ARRAY['Intern'] END)
     FROM d`,
    [id],
  );
  await sql(`INSERT INTO access_groups (company_id, name) VALUES ($1, 'VPN'), ($1, 'Mail')`, [id]);
  return { id, name };
}

/** A file of every kind of mess, of people of the company of this name. */
export async function messyFile(name = 'Contoso'): Promise<Buffer> {
  const text = await readFile(new URL('../lib/imports/messy.csv', import.meta.url), 'utf8');
  return Buffer.from(text.replaceAll('Contoso', name).replaceAll('contoso', name.toLowerCase()));
}

/** Uploads a CSV; returns the import's id. */
export const upload = (actor: Actor, content: string | Buffer, name = 'people.csv') =>
  uploadImport(actor, {
    file: new File([typeof content === 'string' ? content : new Uint8Array(content)], name),
    encoding: 'auto',
    delimiter: 'auto',
    sheet: '',
  });

const headersOf = async (importId: string) => {
  const [row] = await sql<{ headers: string[] }>('SELECT headers FROM imports WHERE id = $1', [
    importId,
  ]);
  return row!.headers;
};

/** Matches the columns as guessed, and checks. */
export async function check(actor: Actor, importId: string, more: Partial<ImportMapping> = {}) {
  const columns = guessColumns(await headersOf(importId));
  const plan = { companyId: null, dateOrder: null, country: null };
  const ticks = { groupsFromRoles: true, createMissing: false };
  return mapImport(actor, { importId, columns, ...plan, ...ticks, ...more });
}

/** What is wrong with each row, by its number. */
export async function errorsOf(importId: string): Promise<Record<number, RowErrors>> {
  const rows = await sql<{ number: number; errors: RowErrors }>(
    'SELECT number, errors FROM import_rows WHERE import_id = $1 AND errors IS NOT NULL',
    [importId],
  );
  return Object.fromEntries(rows.map(({ number, errors }) => [number, errors]));
}

type Wishes = { good: number; bad: number; skipBad?: boolean; invite?: 'none' | 'first_login' };

/** Creates, as a form would ask for it. */
export const run = (actor: Actor, importId: string, wishes: Wishes) =>
  runImport(actor, { importId, skipBad: false, invite: 'none', ...wishes });
