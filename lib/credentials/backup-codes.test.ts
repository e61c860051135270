import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { transaction } from '@/lib/core/db';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { backupCodesLeft, consumeBackupCode, replaceBackupCodes } from './backup-codes';

const give = (userId: string) => transaction((tx) => replaceBackupCodes(tx, userId));
const left = (userId: string) => transaction((tx) => backupCodesLeft(tx, userId));
const bare = (code: string) => code.replaceAll('-', '');
const use = (userId: string, code: string) =>
  transaction((tx) => consumeBackupCode(tx, userId, bare(code)));

describe('security 19: backup codes', () => {
  it('are ten of 80 bits, no two alike, without letters that look like figures', async () => {
    const { id } = await makePerson();
    const codes = [...(await give(id)), ...(await give(id))];
    expect(new Set(codes).size).toBe(20);
    for (const code of codes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('use the whole alphabet in every place', async () => {
    const { id } = await makePerson();
    const codes: string[] = [];
    for (let round = 0; round < 30; round += 1) codes.push(...(await give(id)).map(bare));
    const seen = Array.from({ length: 16 }, (_, at) => new Set(codes.map((code) => code[at])).size);
    expect(Math.min(...seen)).toBeGreaterThan(28); // of 32, in 300 draws
  });

  it('are kept as hashes alone', async () => {
    const { id } = await makePerson();
    const codes = await give(id);
    const rows = await sql<{ code_hash: Buffer }>(
      'SELECT code_hash FROM backup_codes WHERE user_id = $1',
      [id],
    );
    const hashes = codes.map((code) => createHash('sha256').update(bare(code)).digest('hex'));
    expect(rows.map(({ code_hash }) => code_hash.toString('hex')).sort()).toEqual(hashes.sort());
  });

  it('work once, whichever of 30 comes first', async () => {
    const { id } = await makePerson();
    const [code] = await give(id);
    const uses = await Promise.all(Array.from({ length: 30 }, () => use(id, code!)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect([await use(id, code!), await left(id)]).toEqual([false, 9]);
  });

  it('are void once there are new ones', async () => {
    const { id } = await makePerson();
    const old = await give(id);
    const [fresh] = await give(id);
    for (const code of old) expect(await use(id, code)).toBe(false);
    expect([await use(id, fresh!), await left(id)]).toEqual([true, 9]);
  });

  it('are of one person', async () => {
    const [ann, bob] = [(await makePerson()).id, (await makePerson()).id];
    const [code] = await give(ann);
    await give(bob);
    expect([await use(bob, code!), await use(ann, code!)]).toEqual([false, true]);
  });
});
