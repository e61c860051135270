import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '@/tests/sql';
import { assertAcceptable } from './acceptable';

const refused = { code: 'invalid', fields: { password: expect.any(String) as string } };

afterEach(() => sql('UPDATE settings SET password_minimum = 8'));

it.each(['12345678', 'password', 'PASSWORD1', 'qwertyui', 'iloveyou', 'lovelace', '1234567'])(
  'security 4: %s is refused',
  async (password) => {
    await expect(assertAcceptable(password, ['Ada', 'Lovelace', null])).rejects.toMatchObject(
      refused,
    );
  },
);

it.each(['correct horse battery', 'нічого спільного', '𝔾𝕒𝕥𝕖𝕙𝕠𝕦𝕤𝕖 91'])(
  '%s is accepted',
  async (password) => {
    await expect(assertAcceptable(password, ['Ada', 'Lovelace'])).resolves.toBeUndefined();
  },
);

describe('security 4: the length of the settings', () => {
  it('counts from the next password on', async () => {
    const attempt = () => assertAcceptable('fifteen letters', []);
    await attempt();
    await sql('UPDATE settings SET password_minimum = 16');
    await expect(attempt()).rejects.toMatchObject({
      fields: { password: 'Use at least 16 characters.' },
    });
    await sql('UPDATE settings SET password_minimum = 15');
    await attempt();
  });

  it('is never under eight', async () => {
    await expect(sql('UPDATE settings SET password_minimum = 7')).rejects.toThrow(
      /settings_password_check/,
    );
  });
});
