import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCompany, makePerson, makeSession } from './people';
import { sql } from './sql';

const ROOT = path.resolve(import.meta.dirname, '..');
const scratch: string[] = [];

afterEach(() => {
  for (const folder of scratch.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** Prisma's own comparison of the migrations with a schema: 0 when they agree, 2 when not. */
function compare(schema: string): Promise<{ code: number; output: string }> {
  const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', schema];
  const prisma = path.join(ROOT, 'node_modules/prisma/build/index.js');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [prisma, ...args, '--exit-code'],
      { cwd: ROOT },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
      },
    );
  });
}

/** A copy of the schema in which one thing is another. */
function planted(file: string, from: string, to: string): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-schema-'));
  scratch.push(copy);
  fs.cpSync(path.join(ROOT, 'prisma/schema'), copy, { recursive: true });
  const text = fs.readFileSync(path.join(copy, file), 'utf8');
  expect(text).toContain(from);
  fs.writeFileSync(path.join(copy, file), text.replace(from, to));
  return copy;
}

describe('schema and migrations', () => {
  it('agree', { timeout: 60_000 }, async () => {
    expect(await compare('prisma/schema')).toMatchObject({ code: 0 });
  });

  it('do not, where one of them has something else', { timeout: 60_000 }, async () => {
    const schema = planted('users.prisma', 'colour       String?', 'colour       String');
    const { code, output } = await compare(schema);
    expect(output).toMatch(/users/);
    expect(code).toBe(2);
  });
});

const CHECKED = '23514';
const DUPLICATE = '23505';
const REFERENCE = '23503';
const user = (fields: string, values: string) =>
  `INSERT INTO users (email, first_name, last_name, ${fields}) VALUES (gen_random_uuid() || '@example.org', 'A', 'B', ${values})`;
const named = (email: string, first = "'A'", last = "'B'") =>
  `INSERT INTO users (email, first_name, last_name) VALUES (${email}, ${first}, ${last})`;
const access = (assignments: string) => `UPDATE user_access SET ${assignments} WHERE user_id = $1`;
const company = (name: string, zone = "'UTC'") =>
  `INSERT INTO companies (name, time_zone) VALUES (${name}, ${zone})`;

describe('what must never be is refused by the database itself', () => {
  it.each<[string, string, string]>([
    ['an e-mail in capitals', named("'Ann@example.org'"), CHECKED],
    ['an e-mail without @', named("'ann.example.org'"), CHECKED],
    ['an e-mail with a space', named("'ann @example.org'"), CHECKED],
    ['an e-mail with a line break', named("E'ann@example.org\\nx'"), CHECKED],
    ['an e-mail of 255 characters', named("repeat('a', 243) || '@example.org'"), CHECKED],
    ['no first name', named("gen_random_uuid() || '@example.org'", "''"), CHECKED],
    [
      'a last name of 101 letters',
      named("gen_random_uuid() || '@example.org'", "'A'", "repeat('b', 101)"),
      CHECKED,
    ],
    ['a colour in words', user('colour', "'red'"), CHECKED],
    ['a colour in capitals', user('colour', "'#FF0000'"), CHECKED],
    ['a colour that does more', user('colour', "'#ff0000;x'"), CHECKED],
    ['a department without company', user('department_id', 'gen_random_uuid()'), CHECKED],
    [
      'an end before the start',
      access("start_date = '2026-01-02', end_date = '2026-01-01'"),
      CHECKED,
    ],
    ['a lock without reason', access('locked_at = now()'), CHECKED],
    ['a reason without lock', access("lock_reason = 'x'"), CHECKED],
    ['a locker without lock', access('locked_by_id = gen_random_uuid()'), CHECKED],
    ['a right without staff', access("admin_right = 'auditor', is_staff = FALSE"), CHECKED],
    ['an unknown right', access("admin_right = 'god', is_staff = TRUE"), '22P02'],
    ['a company without name', company("''"), CHECKED],
    ['a company with space around its name', company("' Acme'"), CHECKED],
    ['an unknown time zone', company("'Acme Mars'", "'Mars/Olympus'"), '22023'],
    [
      'a session that ended for no reason',
      'UPDATE sessions SET ended_at = now() WHERE user_id = $1',
      CHECKED,
    ],
    [
      'a session with a reason that has not ended',
      "UPDATE sessions SET end_reason = 'locked' WHERE user_id = $1",
      CHECKED,
    ],
    [
      'a session whose token is kept as it is',
      "UPDATE sessions SET token_hash = 'abc' WHERE user_id = $1",
      CHECKED,
    ],
    [
      'a device whose token is kept as it is',
      "INSERT INTO known_devices (user_id, token_hash) VALUES ($1, 'abc')",
      CHECKED,
    ],
    ['access of nobody', 'INSERT INTO user_access (user_id) VALUES (gen_random_uuid())', REFERENCE],
    [
      'access twice',
      'INSERT INTO user_access (user_id) SELECT user_id FROM user_access WHERE user_id = $1',
      DUPLICATE,
    ],
  ])('%s', async (_, text, code) => {
    const { id } = await makePerson();
    await makeSession(id);
    await expect(sql(text, text.includes('$1') ? [id] : [])).rejects.toMatchObject({ code });
  });

  it('a right of the company kind without company', async () => {
    const { id } = await makePerson({ company: null });
    const give = (right: string) => sql(access(`is_staff = TRUE, admin_right = '${right}'`), [id]);
    for (const right of ['organisation_admin', 'user_admin', 'auditor']) {
      await expect(give(right)).rejects.toMatchObject({ code: CHECKED });
    }
    await give('superuser');
  });

  it('two users of one e-mail, two companies of one name in another case', async () => {
    const email = `${randomUUID()}@example.org`;
    await makePerson({ email });
    await expect(makePerson({ email })).rejects.toMatchObject({ code: DUPLICATE });
    const { name } = await makeCompany();
    await expect(sql(company('$1'), [name.toUpperCase()])).rejects.toMatchObject({
      code: DUPLICATE,
    });
  });

  it('a company that goes while it has people', async () => {
    const there = await makeCompany();
    await makePerson({ company: there });
    // A code of its own from PostgreSQL 18 on.
    await expect(sql('DELETE FROM companies WHERE id = $1', [there.id])).rejects.toMatchObject({
      code: expect.stringMatching(/^(23001|23503)$/) as string,
    });
  });
});

/** A department with a position in a company. */
async function department(companyId: string) {
  const [row] = await sql<{ id: string }>(
    "INSERT INTO departments (company_id, name) VALUES ($1, 'Finance') RETURNING id",
    [companyId],
  );
  const [position] = await sql<{ id: string }>(
    "INSERT INTO positions (department_id, name) VALUES ($1, 'Clerk') RETURNING id",
    [row!.id],
  );
  return { id: row!.id, position: position!.id };
}

describe('a person’s place', () => {
  it('is a department of their company, and a position of that department', async () => {
    const [home, elsewhere] = [await makeCompany(), await makeCompany()];
    const [ours, theirs] = [await department(home.id), await department(elsewhere.id)];
    const { id } = await makePerson({ company: home });
    const put = (to: string, position: string | null) =>
      sql('UPDATE users SET department_id = $2, position_id = $3 WHERE id = $1', [
        id,
        to,
        position,
      ]);
    await put(ours.id, ours.position);
    await expect(put(theirs.id, null)).rejects.toMatchObject({ code: REFERENCE });
    await expect(put(ours.id, theirs.position)).rejects.toMatchObject({ code: REFERENCE });
    await expect(
      sql('UPDATE users SET company_id = $2 WHERE id = $1', [id, elsewhere.id]),
    ).rejects.toMatchObject({ code: REFERENCE });
  });

  it('is followed by their access, whatever is written there', async () => {
    const [home, elsewhere] = [await makeCompany(), await makeCompany()];
    const { id } = await makePerson({ company: home });
    const companyOf = () => sql('SELECT company_id FROM user_access WHERE user_id = $1', [id]);
    expect(await companyOf()).toEqual([{ company_id: home.id }]);
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [id, elsewhere.id]);
    expect(await companyOf()).toEqual([{ company_id: elsewhere.id }]);
    await sql('UPDATE users SET company_id = NULL WHERE id = $1', [id]);
    expect(await companyOf()).toEqual([{ company_id: null }]);
    await sql('DELETE FROM user_access WHERE user_id = $1', [id]);
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [id, home.id]);
    await sql('INSERT INTO user_access (user_id, company_id) VALUES ($1, $2)', [id, elsewhere.id]);
    expect(await companyOf()).toEqual([{ company_id: home.id }]);
  });
});
