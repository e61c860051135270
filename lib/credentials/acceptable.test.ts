import { expect, it } from 'vitest';
import { assertAcceptable } from './acceptable';

const refused = { code: 'invalid', fields: { password: expect.any(String) as string } };

it.each(['12345678', 'password', 'PASSWORD1', 'qwertyui', 'iloveyou', 'lovelace'])(
  'security 4: %s is refused',
  (password) => {
    expect(() => assertAcceptable(password, ['Ada', 'Lovelace', null])).toThrow(
      expect.objectContaining(refused),
    );
  },
);

it.each(['correct horse battery', 'нічого спільного', '𝔾𝕒𝕥𝕖𝕙𝕠𝕦𝕤𝕖 91'])(
  '%s is accepted',
  (password) => {
    expect(() => assertAcceptable(password, ['Ada', 'Lovelace'])).not.toThrow();
  },
);
