import { describe, expect, it } from 'vitest';
import { transaction } from '@/lib/core/db';
import { makePerson } from '@/tests/people';
import { codeOf, giveSecondFactor, wrongCode } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { acceptTotp, newTotpSecret, totpStep, totpUri } from './totp';

// The secret and times of RFC 6238, appendix B, in base32; its last six figures.
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RFC_CODES: [number, string][] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
];

const at = (seconds: number) => new Date(seconds * 1000);
const accept = (userId: string, code: string) => transaction((tx) => acceptTotp(tx, userId, code));

const lastStepOf = async (userId: string) => {
  const [row] = await sql<{ last_step: string }>(
    'SELECT last_step FROM totp_credentials WHERE user_id = $1',
    [userId],
  );
  return Number(row!.last_step);
};

describe('a code of an app', () => {
  it.each(RFC_CODES)('at %i s is that of RFC 6238', async (seconds, code) => {
    expect(await totpStep(RFC, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('security 18: counts in its own step and the one to either side, to the second', async () => {
    const begins = 1_000_000_020; // of step 33333334
    const code = await codeOf(RFC, 0, begins * 1000);
    const tries = [-31, -30, 0, 29, 59, 60].map((off) => totpStep(RFC, code, at(begins + off)));
    const step = begins / 30;
    expect(await Promise.all(tries)).toEqual([undefined, step, step, step, step, undefined]);
  });

  it.each([
    '',
    '28708',
    '2870822',
    '28708a',
    '２８７０８２',
    ' 287082',
    '-28708',
    '1e5000',
    '\0\0\0\0\0\0',
  ])('is not %j, which is refused without a failure', async (code) => {
    expect(await totpStep(RFC, code, at(59))).toBeUndefined();
  });

  it('is made from 160 random bits, named to the app by issuer and e-mail', () => {
    const [one, two] = [newTotpSecret(), newTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(two);
    const uri = new URL(totpUri(one, 'ann+o’neil@example.org'));
    expect(decodeURIComponent(uri.pathname)).toBe('/Gatehouse:ann+o’neil@example.org');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret: one,
      issuer: 'Gatehouse',
    });
  });
});

describe('a time step', () => {
  it('security 17: is accepted once by 30 at the same time', async () => {
    const { id } = await makePerson();
    const code = await codeOf((await giveSecondFactor(id)).secret);
    const uses = await Promise.all(Array.from({ length: 30 }, () => accept(id, code)));
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  it('and none before it afterwards, while the next one is', async () => {
    const { id } = await makePerson();
    const { secret } = await giveSecondFactor(id);
    const [before, present, next] = await Promise.all([-1, 0, 1].map((n) => codeOf(secret, n)));
    expect(await accept(id, present!)).toBe(true);
    expect(await accept(id, before!)).toBe(false);
    expect(await accept(id, present!)).toBe(false);
    expect(await accept(id, next!)).toBe(true);
  });

  it('security 18: is refused, not a failure, once the clock has gone back', async () => {
    const { id } = await makePerson();
    const { secret } = await giveSecondFactor(id);
    const ahead = 4_000_000_000_000;
    await sql('UPDATE totp_credentials SET last_step = $2 WHERE user_id = $1', [id, ahead]);
    expect(await accept(id, await codeOf(secret))).toBe(false);
    expect(await lastStepOf(id)).toBe(ahead);
  });

  it('is kept only when its code was right', async () => {
    const { id } = await makePerson();
    expect(await accept(id, await wrongCode((await giveSecondFactor(id)).secret))).toBe(false);
    expect(await lastStepOf(id)).toBe(0);
  });
});

it('security 59: swapped between two people, neither key opens', async () => {
  const [ann, bob] = [(await makePerson()).id, (await makePerson()).id];
  const secrets = [await giveSecondFactor(ann), await giveSecondFactor(bob)];
  await sql(
    `UPDATE totp_credentials t SET secret = o.secret FROM totp_credentials o
     WHERE t.user_id = ANY ($1) AND o.user_id = ANY ($1) AND t.user_id <> o.user_id`,
    [[ann, bob]],
  );
  for (const { secret } of secrets) {
    const code = await codeOf(secret);
    for (const id of [ann, bob]) {
      await expect(accept(id, code)).rejects.toMatchObject({ code: 'conflict' });
    }
  }
});
