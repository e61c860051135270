import { describe, expect, it } from 'vitest';
import { actorOf, makePerson, makeSession, type PersonOptions } from '@/tests/people';
import { auditOf } from '@/tests/state';
import { assertOwnPassword } from './own-password';

const PASSWORD = 'correct horse battery staple';
const WRONG = { code: 'invalid', fields: { current: expect.any(String) as string } };

async function actor(options: PersonOptions = {}) {
  const person = await makePerson({ password: PASSWORD, ...options });
  return actorOf(person, (await makeSession(person.id)).id);
}

describe('one’s own password, asked for again', () => {
  it('lets pass without a trace when it is right', async () => {
    const ann = await actor();
    await expect(assertOwnPassword(ann, PASSWORD)).resolves.toBeUndefined();
    expect(await auditOf(ann.userId)).toEqual([]);
  });

  it('is refused at its field when it is wrong, and that is kept without it', async () => {
    const ann = await actor();
    await expect(assertOwnPassword(ann, 'a wrong guess')).rejects.toMatchObject(WRONG);
    const audit = await auditOf(ann.userId);
    expect(audit).toMatchObject([{ action: 'user.password-change-refused', actor_id: ann.userId }]);
    expect(JSON.stringify(audit)).not.toContain('guess');
  });

  it('security 56: is looked at ten times within a quarter of an hour, even at once', async () => {
    const ann = await actor();
    const guess = () => assertOwnPassword(ann, 'a wrong guess').catch(() => undefined);
    await Promise.all(Array.from({ length: 10 }, guess));
    await expect(assertOwnPassword(ann, PASSWORD)).rejects.toMatchObject(WRONG);
  });

  it('cannot be used up from another session', async () => {
    const ann = await actor();
    const other = { ...ann, sessionId: (await makeSession(ann.userId)).id };
    for (let guess = 0; guess < 11; guess += 1) {
      await expect(assertOwnPassword(other, 'a wrong guess')).rejects.toMatchObject(WRONG);
    }
    await expect(assertOwnPassword(ann, PASSWORD)).resolves.toBeUndefined();
  });

  it('is said to be missing where there is none', async () => {
    for (const nobody of [
      actorOf(await makePerson()),
      await actor({ source: 'directory', directoryAllows: true }),
    ]) {
      await expect(assertOwnPassword(nobody, PASSWORD)).rejects.toMatchObject({ code: 'conflict' });
    }
  });
});
