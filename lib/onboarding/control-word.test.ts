import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { verifyPassword } from '@/lib/credentials/passwords';
import { findLink } from '@/lib/links/links';
import { getCompany } from '@/lib/organisation/queries';
import { browser, makeLink, makeNewcomer } from '@/tests/newcomers';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { setControlWord } from './commands';
import { controlWordToSet } from './schema';

let superuser: Actor;
let home: TestCompany;

beforeAll(async () => {
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
  home = await makeCompany();
});

const WORD = 'Seven  ﬁne Wörds ';
const set = (actor: Actor, companyId: string, word = WORD) =>
  setControlWord(actor, { companyId, word, repeat: word });
const stored = async (companyId: string) => {
  const [row] = await sql<{ hash: string | null; at: Date | null }>(
    `SELECT control_word_hash AS hash, control_word_changed_at AS at FROM companies WHERE id = $1`,
    [companyId],
  );
  return row!;
};

describe('setting a control word', () => {
  it('security 30: keeps it hashed, verbatim, and writes the audit without it', async () => {
    const { id } = await makeCompany();
    expect((await getCompany(superuser, id)).controlWordChangedAt).toBeNull();
    await set(superuser, id);
    const { hash, at } = await stored(id);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(hash, WORD)).toBe(true);
    expect(await verifyPassword(hash, WORD.trim())).toBe(false);
    expect((await getCompany(superuser, id)).controlWordChangedAt).toEqual(at);
    const audit = await auditOf(id);
    expect(audit).toMatchObject([
      { action: 'company.control-word-set', company_id: id, before: null, after: null },
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/Seven|argon2/);
  });

  it('is not read with the company', async () => {
    const { id } = await makeCompany();
    await set(superuser, id);
    expect(JSON.stringify(await getCompany(superuser, id))).not.toContain('argon2');
  });

  it('security 30: voids the first logins that wait in the company, and no other link', async () => {
    const [ann, bob] = [await makeNewcomer({ company: home }), await makeNewcomer()];
    const asked = await makeLink(ann.id, { askedBy: browser() });
    const invited = await makeLink((await makeNewcomer({ company: home })).id);
    const reset = await makeLink(ann.id, { purpose: 'password_reset' });
    const elsewhere = await makeLink(bob.id, { askedBy: browser() });
    await set(superuser, home.id);
    expect(await findLink('first_login', asked)).toBeUndefined();
    expect(await findLink('first_login', invited)).toBeUndefined();
    expect(await findLink('password_reset', reset)).toMatchObject({ userId: ann.id });
    expect(await findLink('first_login', elsewhere)).toMatchObject({ userId: bob.id });
  });

  it.each(['', '  LTD', '!!'])('refuses the company’s name with %j behind it', async (behind) => {
    const name = `Umbrella ${randomUUID()}`;
    const [company] = await sql<{ id: string }>(
      "INSERT INTO companies (name, time_zone) VALUES ($1, 'UTC') RETURNING id",
      [name],
    );
    for (const word of [name + behind, name.toUpperCase().replaceAll(' ', '') + behind]) {
      await expect(set(superuser, company!.id, word)).rejects.toMatchObject({
        code: 'invalid',
        fields: { word: expect.any(String) as string },
      });
    }
    expect(await stored(company!.id)).toEqual({ hash: null, at: null });
  });

  it('refuses part of the name, and one of hardly any characters', async () => {
    const { id, name } = await makeCompany();
    for (const word of [name.slice(0, 20), 'abababababab']) {
      await expect(set(superuser, id, word)).rejects.toMatchObject({ code: 'invalid' });
    }
    expect(await stored(id)).toEqual({ hash: null, at: null });
  });

  it('security 33: is for administrators of the company', async () => {
    const { id } = await makeCompany();
    const of = async (right: 'organisation_admin' | 'user_admin' | 'auditor', company = home) =>
      actorOf(await makePerson({ right, company }));
    await expect(set(await of('organisation_admin'), id)).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const right of ['user_admin', 'auditor'] as const) {
      await expect(set(await of(right), home.id)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(set(superuser, randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    expect(await stored(id)).toEqual({ hash: null, at: null });
    await set(await of('organisation_admin', { id, name: '' }), id);
    expect((await stored(id)).hash).not.toBeNull();
  });

  it('is refused to who lost their standing meanwhile', async () => {
    const { id, name } = await makeCompany();
    const admin = await makePerson({ right: 'organisation_admin', company: { id, name } });
    await sql('UPDATE user_access SET is_active = FALSE WHERE user_id = $1', [admin.id]);
    await expect(set(actorOf(admin), id)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await stored(id)).toEqual({ hash: null, at: null });
  });
});

describe('the form', () => {
  const form = { companyId: randomUUID(), word: WORD, repeat: WORD };
  it('leaves the word as it is typed', () => {
    expect(controlWordToSet.parse(form)).toEqual(form);
  });

  it.each<[string, object, string]>([
    ['a short one', { word: '1234567', repeat: '1234567' }, 'word'],
    ['a long one', { word: 'ü'.repeat(257), repeat: 'ü'.repeat(257) }, 'word'],
    ['two that differ', { repeat: WORD.trim() }, 'repeat'],
    ['an object', { word: { not: '' } }, 'word'],
    ['no company', { companyId: 'x' }, 'companyId'],
  ])('refuses %s', (_, change, field) => {
    const { error } = controlWordToSet.safeParse({ ...form, ...change });
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it('security 36: knows no other field', () => {
    const { error } = controlWordToSet.safeParse({ ...form, controlWordHash: 'x' });
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys' }]);
  });
});
