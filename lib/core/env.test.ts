import { describe, expect, it } from 'vitest';
import { loadEnv, SettingsError } from './env';

const KEY = Buffer.alloc(32, 1).toString('base64');
const GOOD = {
  DATABASE_URL: 'postgresql://u:p@127.0.0.1:5432/gatehouse',
  APP_URL: 'https://gate.example.org',
  APP_SECRET: 'this is a secret of more than 32 characters',
  ENCRYPTION_KEYS: `k1:${KEY}`,
};
const load = (changes: Record<string, string | undefined>) =>
  loadEnv({ ...GOOD, ...changes } as unknown as NodeJS.ProcessEnv);

function complaint(changes: Record<string, string | undefined>): string {
  try {
    load(changes);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('security 16: settings that are missing or malformed', () => {
  it.each(Object.keys(GOOD))('%s is named when it is not set, or empty', (name) => {
    expect(complaint({ [name]: undefined })).toBe(`Settings: ${name} is not set.`);
    expect(complaint({ [name]: '' })).toBe(`Settings: ${name} is not set.`);
  });

  it.each([
    ['DATABASE_URL', 'nonsense'],
    ['DATABASE_URL', 'mysql://u:p@localhost/x'],
    ['APP_URL', 'nonsense'],
    ['APP_URL', 'gate.example.org'],
    ['APP_URL', 'ftp://gate.example.org'],
    ['APP_URL', 'https://gate.example.org/path'],
    ['APP_URL', 'https://gate.example.org?query'],
    ['APP_SECRET', 'too short'],
    ['APP_SECRET', ' '.repeat(40)],
    ['ENCRYPTION_KEYS', 'nonsense'],
    ['ENCRYPTION_KEYS', `k1:${Buffer.alloc(31).toString('base64')}`],
    ['ENCRYPTION_KEYS', `k 1:${KEY}`],
    ['ENCRYPTION_KEYS', `k1:${KEY},k1:${KEY}`],
    ['ENCRYPTION_KEYS', `k1:${KEY},`],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', '3.5'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', 'all'],
    ['LOG_LEVEL', 'loud'],
    ['PEER_HEADER', 'perhaps'],
    ['DATABASE_POOL', '0'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['CRON_SECRET', 'short'],
    ['MAIL_FROM', 'Gatehouse'],
    ['MAIL_FROM', 'Gatehouse <no-reply>'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
    ['MAIL_FROM', 'Gatehouse\nBcc: <x@example.org>'],
    ['RESEND_BASE_URL', 'api.example.org'],
    ['VERCEL', 'perhaps'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    expect(complaint({ [name]: value })).toMatch(new RegExp(`^Settings: ${name} .+\\.$`));
  });

  it('are all named in one line', () => {
    expect(complaint({ APP_SECRET: undefined, PORT: 'x', APP_URL: 'x\ny' })).toMatch(
      /^Settings: APP_URL .+; APP_SECRET .+; PORT .+\.$/,
    );
  });

  it('never show a secret', () => {
    const secrets = {
      APP_SECRET: 'canary-1',
      ENCRYPTION_KEYS: 'canary-2',
      CRON_SECRET: 'canary-3',
      DATABASE_URL: 'canary-4',
    };
    expect(complaint(secrets)).not.toContain('canary');
  });
});

describe('settings that are right', () => {
  it('come with their defaults', () => {
    expect(load({})).toMatchObject({
      PORT: 3000,
      TRUSTED_PROXIES: 0,
      DATA_DIR: '.data',
      PEER_HEADER: false,
    });
  });

  it('have the origin without its slash', () => {
    expect(load({ APP_URL: 'HTTPS://Gate.Example.org:443/' }).APP_URL).toBe(
      'https://gate.example.org',
    );
    expect(load({ APP_URL: 'http://localhost:3000' }).APP_URL).toBe('http://localhost:3000');
  });

  it.each(['no-reply@example.org', 'The Gatehouse <no-reply@gate.example.org>'])(
    'have mail come from %s',
    (sender) => expect(load({ MAIL_FROM: sender }).MAIL_FROM).toBe(sender),
  );

  it('know Vercel by what it sets itself', () => {
    expect(load({}).VERCEL).toBe(false);
    expect(load({ VERCEL: '1' }).VERCEL).toBe(true);
  });

  it('keep the order of the keys: the first is current', () => {
    const keys = load({ ENCRYPTION_KEYS: `new:${KEY}, old:${KEY}` }).ENCRYPTION_KEYS;
    expect(keys.map(({ id, key }) => [id, key.length])).toEqual([
      ['new', 32],
      ['old', 32],
    ]);
  });
});
