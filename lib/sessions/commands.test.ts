import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { actorOf, makeCompany, makePerson, makeSession } from '@/tests/people';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { endOtherSessions, endOwnSession, endSessionOf, signOut } from './commands';
import { liveSessionsOf } from './queries';

async function cast() {
  const person = await makePerson();
  const own = await makeSession(person.id);
  const other = await makeSession(person.id);
  return { person, own, other, actor: actorOf(person, own.id) };
}

describe('one’s own sessions', () => {
  it('security 13: signing out ends this one on the server', async () => {
    const { actor, own, other, person } = await cast();
    await signOut(actor);
    expect(await admit(own.token)).toEqual({ kind: 'ended', reason: 'signed_out' });
    expect(await admit(other.token)).toMatchObject({ kind: 'admitted' });
    expect(await auditOf(person.id)).toMatchObject([{ action: 'session.signed-out' }]);
  });

  it('one is ended', async () => {
    const { actor, own, other, person } = await cast();
    await endOwnSession(actor, { sessionId: other.id });
    expect(await admit(other.token)).toEqual({ kind: 'ended', reason: 'ended_by_user' });
    expect(await admit(own.token)).toMatchObject({ kind: 'admitted' });
    await expect(endOwnSession(actor, { sessionId: other.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'session.ended', after: { ended: 1 } },
    ]);
  });

  it('security 33: nobody else’s', async () => {
    const [mine, theirs] = [await cast(), await cast()];
    await expect(endOwnSession(mine.actor, { sessionId: theirs.other.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await endOtherSessions(mine.actor);
    expect(await sessionEndsOf(theirs.person.id)).toEqual([null, null]);
  });

  it('all others are ended', async () => {
    const { actor, own, person } = await cast();
    await makeSession(person.id);
    expect(await endOtherSessions(actor)).toBe(2);
    expect(await sessionEndsOf(person.id)).toEqual([null, 'ended_by_user', 'ended_by_user']);
    expect(await admit(own.token)).toMatchObject({ kind: 'admitted' });
    expect(await endOtherSessions(actor)).toBe(0);
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'session.ended', after: { ended: 2 } },
    ]);
  });
});

it('the list shows those that live, last used first', async () => {
  const { person, own, other } = await cast();
  await makeSession(person.id, { lastSeenMinutesAgo: 61 });
  await makeSession(person.id, { createdHoursAgo: 25 });
  const earlier = await makeSession(person.id, { lastSeenMinutesAgo: 30 });
  await endOwnSession(actorOf(person), { sessionId: own.id });
  const rows = await liveSessionsOf(person.id);
  expect(rows.map(({ id }) => id)).toEqual([other.id, earlier.id]);
  expect(Object.keys(rows[0]!).sort()).toEqual([
    'address',
    'createdAt',
    'device',
    'id',
    'lastSeenAt',
  ]);
});

describe('one session of somebody, by an administrator', () => {
  async function administered() {
    const company = await makeCompany();
    const admin = await makePerson({ company, right: 'user_admin' });
    const person = await makePerson({ company });
    const [one, another] = [await makeSession(person.id), await makeSession(person.id)];
    return { company, actor: actorOf(admin), person, one, another };
  }

  it('ends, and no other', async () => {
    const { actor, person, one, another } = await administered();
    await endSessionOf(actor, { sessionId: one.id });
    expect(await admit(one.token)).toEqual({ kind: 'ended', reason: 'ended_by_admin' });
    expect(await admit(another.token)).toMatchObject({ kind: 'admitted' });
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.sessions-ended', actor_id: actor.userId, after: { sessions: 1 } },
    ]);
    await expect(endSessionOf(actor, { sessionId: one.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('security 33, 35: not outside the scope, of somebody above, or one’s own', async () => {
    const { company, actor } = await administered();
    const elsewhere = await makeSession((await makePerson()).id);
    const above = await makeSession(
      (await makePerson({ company, right: 'organisation_admin' })).id,
    );
    const own = await makeSession(actor.userId);
    const refused: [string, string][] = [
      [elsewhere.id, 'not_found'],
      [above.id, 'forbidden'],
      [own.id, 'conflict'],
    ];
    for (const [sessionId, code] of refused) {
      await expect(endSessionOf(actor, { sessionId })).rejects.toMatchObject({ code });
    }
    for (const { token } of [elsewhere, above, own]) {
      expect(await admit(token)).toMatchObject({ kind: 'admitted' });
    }
  });
});
