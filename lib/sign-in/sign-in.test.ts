import { hash } from '@node-rs/argon2';
import { beforeAll, describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import type { Visitor } from '@/lib/core/actor';
import { makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf, hashOf, sessionEndsOf } from '@/tests/state';
import { signIn } from './sign-in';

const PASSWORD = 'correct horse battery staple';
const VISITOR: Visitor = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };

const person = (options: PersonOptions = {}) => makePerson({ password: PASSWORD, ...options });
const devicesOf = (userId: string) =>
  sql<{ id: string; last_used_at: Date }>(
    'SELECT id, last_used_at FROM known_devices WHERE user_id = $1',
    [userId],
  );

describe('signing in', () => {
  it('makes a session, remembers the device and writes the audit', async () => {
    const ann = await person();
    const result = await signIn({ email: ann.email, password: PASSWORD }, VISITOR);
    if (result.kind !== 'signed-in') throw new Error(result.kind);
    expect(await admit(result.session.token)).toMatchObject({
      kind: 'admitted',
      session: { sessionId: result.session.sessionId, userId: ann.id },
    });
    expect(
      await sql('SELECT address, user_agent FROM sessions WHERE user_id = $1', [ann.id]),
    ).toEqual([{ address: '192.0.2.1', user_agent: 'Test/1.0' }]);
    expect(await devicesOf(ann.id)).toHaveLength(1);
    expect(await auditOf(ann.id)).toEqual([
      {
        action: 'sign-in.succeeded',
        actor_id: ann.id,
        company_id: ann.companyId,
        before: null,
        after: { sessionId: result.session.sessionId, method: 'password' },
        address: '192.0.2.1',
        request_id: 'request-1',
      },
    ]);
  });

  it('stores the tokens hashed', async () => {
    const ann = await person();
    const result = await signIn({ email: ann.email, password: PASSWORD }, VISITOR);
    if (result.kind !== 'signed-in') throw new Error(result.kind);
    const { session, deviceToken = '' } = result;
    const rows = await sql(
      `SELECT s::text || d::text AS stored FROM sessions s JOIN known_devices d USING (user_id)
       WHERE user_id = $1 AND s.token_hash = sha256($2) AND d.token_hash = sha256($3)`,
      [ann.id, Buffer.from(session.token), Buffer.from(deviceToken)],
    );
    expect(rows).toHaveLength(1);
    for (const token of [session.token, deviceToken]) {
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(String(rows[0]!.stored)).not.toContain(Buffer.from(token).toString('hex'));
    }
  });

  it('security 5: gives another session each time, and keeps the device', async () => {
    const ann = await person();
    const first = await signIn({ email: ann.email, password: PASSWORD }, VISITOR);
    if (first.kind !== 'signed-in') throw new Error(first.kind);
    const [before] = await devicesOf(ann.id);
    const again = { ...VISITOR, deviceToken: first.deviceToken };
    const second = await signIn({ email: ann.email, password: PASSWORD }, again);
    if (second.kind !== 'signed-in') throw new Error(second.kind);
    expect(second.session.token).not.toBe(first.session.token);
    expect(second.deviceToken).toBe(first.deviceToken);
    const [after, ...others] = await devicesOf(ann.id);
    expect(others).toEqual([]);
    expect(after!.id).toBe(before!.id);
    expect(await sessionEndsOf(ann.id)).toEqual([null, null]);
  });

  it("does not take over somebody else's device", async () => {
    const [ann, bob] = await Promise.all([person(), person()]);
    const first = await signIn({ email: ann.email, password: PASSWORD }, VISITOR);
    if (first.kind !== 'signed-in') throw new Error(first.kind);
    const borrowed = { ...VISITOR, deviceToken: first.deviceToken };
    const second = await signIn({ email: bob.email, password: PASSWORD }, borrowed);
    if (second.kind !== 'signed-in') throw new Error(second.kind);
    expect(second.deviceToken).not.toBe(first.deviceToken);
  });

  it('lasts 24 hours, or to the end of the last day where that comes first', async () => {
    const [{ day }] = (await sql<{ day: string }>(
      "SELECT (now() AT TIME ZONE 'Asia/Tokyo')::date::text AS day",
    )) as [{ day: string }];
    const company = await makeCompany('Asia/Tokyo');
    const people = [await person(), await person({ company, endDate: day })];
    for (const { email } of people) await signIn({ email, password: PASSWORD }, VISITOR);
    const ends = await sql<{ hours: number; capped: boolean }>(
      `SELECT extract(epoch FROM expires_at - created_at)::float / 3600 AS hours,
         expires_at = ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo' AS capped
       FROM sessions WHERE user_id = ANY ($1) ORDER BY user_id = $3`,
      [people.map(({ id }) => id), day, people[1]!.id],
    );
    expect(ends.map(({ capped }) => capped)).toEqual([false, true]);
    expect(ends[0]!.hours).toBeCloseTo(24, 2);
    expect(ends[1]!.hours).toBeLessThanOrEqual(24);
  });

  it('security 2: hashes a weakly hashed password anew', async () => {
    const ann = await person();
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await sql('UPDATE password_credentials SET hash = $2 WHERE user_id = $1', [ann.id, weak]);
    expect(await signIn({ email: ann.email, password: 'wrong password' }, VISITOR)).toEqual({
      kind: 'failed',
    });
    expect(await hashOf(ann.id)).toBe(weak);
    expect((await signIn({ email: ann.email, password: PASSWORD }, VISITOR)).kind).toBe(
      'signed-in',
    );
    expect(await hashOf(ann.id)).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    const stronger = await hashOf(ann.id);
    expect((await signIn({ email: ann.email, password: PASSWORD }, VISITOR)).kind).toBe(
      'signed-in',
    );
    expect(await hashOf(ann.id)).toBe(stronger);
  });
});

describe('the right password of somebody who may not enter', () => {
  it.each<[string, PersonOptions]>([
    ['deactivated', { isActive: false }],
    ['locked', { locked: true }],
    ['not-started', { startDate: '2999-01-01' }],
    ['expired', { endDate: '2000-01-01' }],
    ['directory', { directoryAllows: false }],
  ])('tells why: %s', async (reason, options) => {
    const ann = await person(options);
    expect(await signIn({ email: ann.email, password: PASSWORD }, VISITOR)).toEqual({
      kind: 'refused',
      reason,
    });
    expect(await sessionEndsOf(ann.id)).toEqual([]);
    expect(await devicesOf(ann.id)).toEqual([]);
    expect(await auditOf(ann.id)).toMatchObject([{ action: 'sign-in.refused', after: { reason } }]);
  });

  it('counts the days where the company is', async () => {
    // 26 hours lie between the two, so that it is never the same day in both.
    const [west] = await sql<{ today: string }>(
      "SELECT (now() AT TIME ZONE 'Etc/GMT+12')::date::text AS today",
    );
    const kinds = [];
    for (const zone of ['Etc/GMT+12', 'Pacific/Kiritimati']) {
      const { email } = await person({ company: await makeCompany(zone), endDate: west!.today });
      kinds.push((await signIn({ email, password: PASSWORD }, VISITOR)).kind);
    }
    expect(kinds).toEqual(['signed-in', 'refused']);
  });

  it('opens nothing to a directory account, whatever is stored for it', async () => {
    const ann = await person({ source: 'directory', directoryAllows: true });
    expect(await signIn({ email: ann.email, password: PASSWORD }, VISITOR)).toEqual({
      kind: 'failed',
    });
  });
});

describe('a failure', () => {
  it('is written down with what was tried, and never with the password', async () => {
    const ann = await person();
    await signIn({ email: ann.email, password: 'wrong canary' }, VISITOR);
    const rows = await auditOf(ann.id);
    expect(rows).toMatchObject([
      {
        action: 'sign-in.failed',
        actor_id: null,
        after: { email: ann.email },
        address: '192.0.2.1',
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('canary');
    expect(await accessOf(ann.id)).toMatchObject({ locked_at: null });
  });
});

describe('security 51: session, device and audit commit together', () => {
  beforeAll(async () => {
    await sql(`CREATE FUNCTION no_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.request_id = 'no audit' THEN RAISE EXCEPTION 'the audit is full'; END IF;
      RETURN NEW; END $$`);
    await sql(
      'CREATE TRIGGER no_audit BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION no_audit()',
    );
  });

  it('or none of them does', async () => {
    const ann = await person();
    const attempt = signIn(
      { email: ann.email, password: PASSWORD },
      { ...VISITOR, requestId: 'no audit' },
    );
    await expect(attempt).rejects.toThrow(/audit is full/);
    expect(await sessionEndsOf(ann.id)).toEqual([]);
    expect(await devicesOf(ann.id)).toEqual([]);
    const [access] = await sql('SELECT last_active_at FROM user_access WHERE user_id = $1', [
      ann.id,
    ]);
    expect(access).toEqual({ last_active_at: null });
  });
});
