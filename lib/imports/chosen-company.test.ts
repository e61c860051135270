import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { check, errorsOf, run, upload } from '@/tests/imports';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';

const person = (email: string, more = '') => `Ann,Lee,${email}${more}`;

async function ready(
  right: 'organisation_admin' | 'superuser',
  columns: { head?: string; more?: string } = {},
) {
  const company = await makeCompany();
  const one = await makePerson({ company: right === 'superuser' ? null : company, right });
  const actor = actorOf(one);
  const email = `${randomUUID()}@example.org`;
  const head = `First name,Last name,E-mail${columns.head ?? ''}`;
  const importId = await upload(actor, `${head}\n${person(email, columns.more)}`);
  const created = () => sql('SELECT company_id FROM users WHERE email = $1', [email]);
  return { company, actor, importId, created };
}

/** The administrator, moved to another company meanwhile. */
async function moved<A extends { userId: string }>(actor: A) {
  const elsewhere = await makeCompany();
  await sql('UPDATE users SET company_id = $2 WHERE id = $1', [actor.userId, elsewhere.id]);
  return { ...actor, companyId: elsewhere.id };
}

const GONE = { 2: { company: expect.stringContaining('no longer there') as string } };

describe('security 33: the company chosen for everybody', () => {
  it('is out of reach for an administrator who was moved since the check', async () => {
    const { company, actor, importId, created } = await ready('organisation_admin');
    const counts = await check(actor, importId, { companyId: company.id });
    await expect(run(await moved(actor), importId, counts)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await created()).toEqual([]);
  });

  it('as well where missing departments are to be created', async () => {
    const columns = { head: ',Department', more: ',IT' };
    const { company, actor, importId, created } = await ready('organisation_admin', columns);
    const plan = { companyId: company.id, createMissing: true };
    const counts = await check(actor, importId, plan);
    await expect(run(await moved(actor), importId, counts)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await created()).toEqual([]);
  });

  it('refuses every row where there is none of that id', async () => {
    const { actor, importId } = await ready('superuser');
    const counts = await check(actor, importId, { companyId: randomUUID() });
    expect(counts).toEqual({ good: 0, bad: 1 });
    expect(await errorsOf(importId)).toEqual(GONE);
  });

  it('refuses every row where it was deleted since the check', async () => {
    const { company, actor, importId, created } = await ready('superuser');
    const counts = await check(actor, importId, { companyId: company.id });
    await sql('DELETE FROM companies WHERE id = $1', [company.id]);
    await expect(run(actor, importId, counts)).rejects.toMatchObject({ code: 'conflict' });
    expect(await created()).toEqual([]);
  });
});
