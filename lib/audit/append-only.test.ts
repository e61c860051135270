import { beforeAll, describe, expect, it } from 'vitest';
import { actorOf, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { transaction } from '@/lib/core/db';
import { record } from './commands';

let subjectId: string;

beforeAll(async () => {
  const person = await makePerson();
  subjectId = person.id;
  const entry = { action: 'user.locked', subjectType: 'user', subjectId } as const;
  await transaction((tx) => record(tx, actorOf(person), { ...entry, after: { reason: 'x' } }));
});

const STATEMENTS = [
  "UPDATE audit_events SET action = 'forged'",
  'UPDATE audit_events SET before = NULL WHERE FALSE',
  'DELETE FROM audit_events',
  'DELETE FROM audit_events WHERE FALSE',
  'TRUNCATE audit_events',
  'TRUNCATE audit_events CASCADE',
  `INSERT INTO audit_events (id, action, subject_type, address, request_id)
   SELECT id, action, subject_type, address, request_id FROM audit_events LIMIT 1
   ON CONFLICT (id) DO UPDATE SET action = 'forged'`,
  `MERGE INTO audit_events e USING (SELECT 1) AS x ON TRUE WHEN MATCHED THEN DELETE`,
];

describe('security 52: the audit is append-only, to its owner too', () => {
  it('whom the application connects as', async () => {
    const rows = await sql(
      `SELECT tableowner = current_user AS owner FROM pg_tables WHERE tablename = 'audit_events'`,
    );
    expect(rows).toEqual([{ owner: true }]);
  });

  it.each(STATEMENTS)('%s', async (statement) => {
    const before = await sql('SELECT * FROM audit_events ORDER BY id');
    await expect(sql(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await sql('SELECT * FROM audit_events ORDER BY id')).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('outlives the person it is about', async () => {
    await sql('DELETE FROM users WHERE id = $1', [subjectId]);
    const kept = await sql('SELECT action FROM audit_events WHERE subject_id = $1', [subjectId]);
    expect(kept).toEqual([{ action: 'user.locked' }]);
  });
});
