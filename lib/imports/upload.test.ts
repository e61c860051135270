import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { upload } from '@/tests/imports';
import { actorOf, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';

let actor: Actor;
beforeAll(async () => {
  actor = actorOf(await makePerson({ right: 'user_admin' }));
});

describe('security 53: what is kept of an upload', () => {
  it.each([
    ['a\0b.csv', 'ab.csv'],
    ['a\r\nb.csv', 'ab.csv'],
    ['gpj.\u202Evsc.csv', 'gpj.vsc.csv'],
    [`${'x'.repeat(2_000_000)}.csv`, `${'x'.repeat(196)}.csv`],
    [`😀${'x'.repeat(199)}`, 'x'.repeat(199)],
    ['люди 😀.csv', 'люди 😀.csv'],
  ])('a file’s name, shortened and on one line: %#', async (given, kept) => {
    const importId = await upload(actor, 'First name,Last name,E-mail\nAnn,Lee,x@y.example', given);
    const names = await sql('SELECT file_name FROM imports WHERE id = $1', [importId]);
    expect(names).toEqual([{ file_name: kept }]);
    expect(await auditOf(importId)).toMatchObject([{ after: { fileName: kept } }]);
  });

  it('of a file without headers, nothing of its first person in the audit', async () => {
    const importId = await upload(actor, 'Ann,Lee,ann@x.example,hunter2\nBo,Lee,bo@x.example,y');
    const [entry] = await auditOf(importId);
    expect(entry?.after).toEqual({ fileName: 'people.csv', columns: 4 });
  });
});
