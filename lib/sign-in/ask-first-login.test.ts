import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { setControlWord } from '@/lib/onboarding/commands';
import { giveAnswers } from '@/tests/answers';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { browser, linksOf, makeNewcomer, makeWordedCompany, WORD } from '@/tests/newcomers';
import { actorOf, makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { askFirstLogin } from './ask-first-login';
import { firstLoginRequest } from './schema';

let superuser: Parameters<typeof actorOf>[0];

beforeAll(async () => {
  superuser = await makePerson({ right: 'superuser', company: null });
});

const request = (email: string, word = WORD, visitor = browser()) =>
  askFirstLogin({ email, word }, visitor);
const ask = async (...asked: Parameters<typeof request>) => {
  await request(...asked);
  await giveAnswers();
};
const mailsTo = (userId: string) =>
  sql<{ template: string; props: { company: string } }>(
    'SELECT template, props FROM mails WHERE user_id = $1',
    [userId],
  );
const reasons = async (userId: string) =>
  (await auditOf(userId)).map(({ action, after }) => after?.reason ?? action);

describe('asking for the first login', () => {
  it('mails a link bound to the browser that asked, for a quarter of an hour', async () => {
    const ann = await makeNewcomer();
    const visitor = browser();
    await ask(ann.email, WORD, visitor);
    const browser_hash = createHash('sha256').update(visitor.deviceToken).digest();
    expect(await linksOf(ann.id)).toMatchObject([
      { purpose: 'first_login', requested_by_id: null, browser_hash, consumed_at: null },
    ]);
    const [link] = await sql(
      `SELECT expires_at - created_at = interval '15 minutes' AS quarter FROM access_links
       WHERE user_id = $1`,
      [ann.id],
    );
    expect(link).toEqual({ quarter: true });
    expect(await mailsTo(ann.id)).toMatchObject([{ template: 'first-login' }]);
    expect(await auditOf(ann.id)).toMatchObject([
      {
        action: 'user.first-login-requested',
        actor_id: null,
        company_id: ann.companyId,
        address: visitor.address,
      },
    ]);
  });

  it('takes the word verbatim, in one form of its accents', async () => {
    const word = 'Café “Sjö” of 7 lights ';
    const ann = await makeNewcomer();
    const companyId = ann.companyId ?? '';
    await setControlWord(actorOf(superuser), { companyId, word, repeat: word });
    await ask(ann.email, word.trim());
    await ask(ann.email, word.toLowerCase());
    expect(await linksOf(ann.id)).toEqual([]);
    await ask(ann.email, word.normalize('NFD'));
    expect(await linksOf(ann.id)).toHaveLength(1);
  });
});

describe('security 29: gains nothing', () => {
  it.each<[string, PersonOptions, string]>([
    ['locked', { locked: true }, 'locked'],
    ['deactivated', { isActive: false }, 'deactivated'],
    ['future', { startDate: '2999-01-01' }, 'not-started'],
    ['expired', { endDate: '2000-01-01' }, 'expired'],
    ['of the directory', { source: 'directory', directoryAllows: true }, 'directory'],
    ['refused by it', { directoryAllows: false }, 'directory'],
    ['in already', { profileCompletionOwed: false }, 'completed'],
  ])('who is %s, with the right word', async (_, options, reason) => {
    const ann = await makeNewcomer(options);
    await ask(ann.email);
    expect(await linksOf(ann.id)).toEqual([]);
    expect(await mailsTo(ann.id)).toEqual([]);
    expect(await reasons(ann.id)).toEqual([reason]);
  });

  it('a wrong word, that of another company, or one where there is none', async () => {
    const ann = await makeNewcomer();
    await ask(ann.email, `${WORD}!`);
    const elsewhere = await makeNewcomer({ company: await makeCompany() });
    await ask(elsewhere.email);
    const nowhere = await makeNewcomer({ company: null });
    await ask(nowhere.email);
    for (const { id } of [ann, elsewhere, nowhere]) {
      expect(await linksOf(id)).toEqual([]);
      expect(await reasons(id)).toEqual(['control-word']);
    }
  });

  it('nobody: it is written down without the word', async () => {
    const email = `${randomUUID()}@example.org`;
    await ask(email, 'a word that must not be kept');
    const rows = await sql<{ row: string }>(
      `SELECT e::text AS row FROM audit_events e WHERE after->>'email' = $1`,
      [email],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain('must not be kept');
  });
});

describe('security 27: mails', () => {
  it('are three an hour and account, of many asked for at once', async () => {
    const ann = await makeNewcomer();
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 5 }, () => request(ann.email)));
      await giveAnswers();
    }
    expect(await mailsTo(ann.id)).toHaveLength(3);
    expect((await linksOf(ann.id)).filter(({ voided_at }) => !voided_at)).toHaveLength(1);
    const kept = await reasons(ann.id);
    expect(kept.filter((reason) => reason === 'user.first-login-requested')).toHaveLength(3);
    await sql(
      "UPDATE access_links SET created_at = created_at - interval '61 minutes', expires_at = expires_at - interval '61 minutes' WHERE user_id = $1",
      [ann.id],
    );
    await sql("DELETE FROM rate_limits WHERE key LIKE 'first-login-email%'");
    await ask(ann.email);
    expect(await mailsTo(ann.id)).toHaveLength(4);
  });

  it('that an administrator sent do not count', async () => {
    const ann = await makeNewcomer();
    await sql(
      `INSERT INTO access_links (user_id, purpose, expires_at, requested_by_id)
       SELECT $1, 'first_login', now() + interval '1 day', $2 FROM generate_series(1, 5)`,
      [ann.id, superuser.id],
    );
    await ask(ann.email);
    expect(await mailsTo(ann.id)).toHaveLength(1);
  });
});

describe('security 30: guesses at the word', () => {
  const guesses = async (count: number, make: (i: number) => Promise<void>) => {
    await Promise.all(Array.from({ length: count }, (_, i) => make(i)));
    await giveAnswers();
  };

  it('are ten an e-mail, from wherever; then the right one counts no more', async () => {
    const ann = await makeNewcomer();
    await guesses(40, () => request(ann.email, `a wrong word ${randomUUID()}`));
    expect(await reasons(ann.id)).toHaveLength(10);
    await ask(ann.email);
    expect(await linksOf(ann.id)).toEqual([]);
  });

  it('are fifty an address, at whoever', async () => {
    const visitor = browser();
    const emails = Array.from({ length: 60 }, () => `${randomUUID()}@example.org`);
    await guesses(60, (i) => request(emails[i]!, 'a wrong word', visitor));
    const rows = await sql('SELECT 1 FROM audit_events WHERE address = $1', [visitor.address]);
    expect(rows).toHaveLength(50);
    const ann = await makeNewcomer();
    await ask(ann.email, WORD, { ...visitor, deviceToken: randomUUID() });
    expect(await linksOf(ann.id)).toEqual([]);
    await ask(ann.email);
    expect(await linksOf(ann.id)).toHaveLength(1);
  });

  it('are three hundred a company, at whomever from wherever', { timeout: 60_000 }, async () => {
    const company = await makeWordedCompany();
    const people = await Promise.all(Array.from({ length: 34 }, () => makeNewcomer({ company })));
    await guesses(330, (i) => request(people[i % 33]!.email, 'a wrong word'));
    const rows = await sql('SELECT 1 FROM audit_events WHERE company_id = $1', [company.id]);
    expect(rows).toHaveLength(300);
    await ask(people[33]!.email);
    expect(await linksOf(people[33]!.id)).toEqual([]);
  });

  it('that are right do not count: a whole office may come in', async () => {
    const company = await makeWordedCompany();
    const { address } = browser();
    for (let i = 0; i < 60; i += 1) {
      const { email } = await makeNewcomer({ company });
      await askFirstLogin({ email, word: WORD }, { ...browser(), address });
      if (i % 20 === 19) await giveAnswers();
    }
    const [sent] = await sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM mails WHERE company_id = $1',
      [company.id],
    );
    expect(sent!.count).toBe(60);
  }, 90_000);
});

describe('security 30: a new word', () => {
  const change = `UPDATE companies SET control_word_hash = 'new', control_word_changed_at = now()
    WHERE id = $1`;

  it('set while somebody asks with the old one leaves them nothing', async () => {
    const ann = await makeNewcomer();
    await request(ann.email);
    await inOpenTransaction(change, [ann.companyId], async (commit) => {
      const pending = giveAnswers();
      await untilSomebodyWaits();
      await commit();
      await pending;
    });
    expect(await linksOf(ann.id)).toEqual([]);
    expect(await reasons(ann.id)).toEqual(['control-word']);
  });

  it('set before their request is answered leaves them nothing', async () => {
    const ann = await makeNewcomer();
    await request(ann.email);
    await sql(change, [ann.companyId]);
    await giveAnswers();
    expect(await reasons(ann.id)).toEqual(['control-word']);
  });

  it('and while their access is held, they wait no longer than everybody', async () => {
    const ann = await makeNewcomer();
    const held = 'SELECT 1 FROM user_access WHERE user_id = $1 FOR UPDATE';
    const took = await inOpenTransaction(held, [ann.id], async () => {
      const started = performance.now();
      await request(ann.email);
      return performance.now() - started;
    });
    expect(took).toBeLessThan(600);
    await giveAnswers();
    expect(await linksOf(ann.id)).toHaveLength(1);
  });
});

describe('security 26, 36: the form', () => {
  const form = { email: 'Ann@Example.org ', word: WORD };
  it('takes an e-mail and a word', () => {
    expect(firstLoginRequest.parse(form)).toEqual({ email: 'ann@example.org', word: WORD });
  });

  it.each<[string, object]>([
    ['a list of e-mails', { email: ['ann@example.org', 'eve@example.net'] }],
    ['an object for the e-mail', { email: { not: '' } }],
    ['two addresses', { email: 'ann@example.org,eve@example.net' }],
    ['an object for the word', { word: { not: '' } }],
    ['no word', { word: '' }],
    ['a word that is too long', { word: 'ü'.repeat(257) }],
    ['a token', { token: 'x' }],
    ['an unknown field', { isStaff: 'on' }],
  ])('is refused with %s', (_, change) => {
    expect(firstLoginRequest.safeParse({ ...form, ...change }).success).toBe(false);
  });
});
