import { describe, expect, it } from 'vitest';
import { codesNoted, codeToConfirm, codeToTest, secondFactor } from './schema';

const read = (code: unknown) => secondFactor.safeParse({ code });

describe('a second factor as it is typed', () => {
  it.each(['123456', '123 456', ' 123-456 ', '１２３４５６'])(
    '%j are six figures of the app',
    (code) => {
      expect(read(code).data).toEqual({ code: { kind: 'totp', code: '123456' } });
    },
  );

  it.each(['0A1B-2C3D-4E5F-6G7H', '0a1b2c3d4e5f6g7h', ' oalb 2c3d—4e5f 6g7h ', 'OAIB2C3D4E5F6G7H'])(
    'security 19: %j is a backup code, whatever its case, dashes and look-alikes',
    (code) => {
      expect(read(code).data).toEqual({ code: { kind: 'backup-code', code: '0A1B2C3D4E5F6G7H' } });
    },
  );

  it.each(['', '12345', '1234567', '0A1B-2C3D-4E5F-6G7', '0A1B-2C3D-4E5F-6G7U', 'x'.repeat(101)])(
    '%j is neither, and the field says so',
    (code) => {
      expect(read(code).error?.issues[0]).toMatchObject({ path: ['code'] });
    },
  );

  it.each([[['123456']], [{ $ne: '' }], [123456], [null]])('security 37: %j is refused', (code) => {
    expect(read(code).success).toBe(false);
  });

  it('security 36: nothing comes with it', () => {
    expect(secondFactor.safeParse({ code: '123456', userId: 'x' }).success).toBe(false);
    expect(codesNoted.safeParse({ noted: 'on', userId: 'x' }).success).toBe(false);
  });
});

describe('a code to set up or to test', () => {
  it('is one of the app', () => {
    expect(codeToTest.safeParse({ code: '123 456' }).data).toEqual({ code: '123456' });
    expect(codeToTest.safeParse({ code: '0A1B-2C3D-4E5F-6G7H' }).success).toBe(false);
    expect(codeToConfirm.safeParse({ code: 'abc' }).success).toBe(false);
  });

  it('is left out once one was right', () => {
    expect(codeToConfirm.safeParse({}).data).toEqual({});
  });

  it.each([{}, { noted: '' }, { noted: 'off' }])('and %j is no tick', (given) => {
    expect(codesNoted.safeParse(given).success).toBe(false);
  });
});
