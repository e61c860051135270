import { beforeAll, describe, expect, it } from 'vitest';
import { lockUsers, unlockUsers } from '@/lib/lifecycle/commands';
import type { Actor } from '@/lib/core/actor';
import { actorOf, makeCompany, makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { getPerson } from './queries';
import { ownActivity, timelineOf } from './timeline';

let superuser: Actor;
let admin: Actor;
let person: TestPerson;

beforeAll(async () => {
  const company = await makeCompany();
  superuser = actorOf(await makePerson({ right: 'superuser', company: null, firstName: 'Root' }));
  admin = actorOf(await makePerson({ right: 'organisation_admin', company, firstName: 'Local' }));
  person = await makePerson({ company });
  await lockUsers(superuser, { userIds: [person.id], reason: 'breach' });
});

describe('security 33: the timeline of a person', () => {
  it('names nobody outside the reader’s scope, nor where from', async () => {
    expect(await timelineOf(admin, person.id)).toMatchObject([
      { action: 'user.locked', actorName: null, address: null, byOutsider: true },
    ]);
    expect(await getPerson(admin, person.id)).toMatchObject({ lockedByName: null });
  });

  it('names them to whoever may see them', async () => {
    const [entry] = await timelineOf(superuser, person.id);
    expect(entry).toMatchObject({ actorName: 'Root Example', byOutsider: false });
    expect(entry?.address).toBe(superuser.address);
    expect(await getPerson(superuser, person.id)).toMatchObject({ lockedByName: 'Root Example' });
  });

  it('leaves what happened in a former company to that company', async () => {
    await unlockUsers(admin, { userIds: [person.id] });
    const elsewhere = await makeCompany();
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [person.id, elsewhere.id]);
    const reader = actorOf(await makePerson({ right: 'auditor', company: elsewhere }));
    expect(await timelineOf(reader, person.id)).toEqual([]);
    expect(await timelineOf(superuser, person.id)).toHaveLength(2);
  });
});

describe('one’s own activity', () => {
  it('tells what happened, and of an administrator’s deed neither reason nor name nor place', async () => {
    const me = actorOf(await makePerson());
    await lockUsers(superuser, { userIds: [me.userId], reason: 'canary' });
    const [locked] = await ownActivity(me, 20);
    expect(locked).toMatchObject({ action: 'user.locked', by: 'administrator', address: null });
    expect(JSON.stringify(locked)).not.toMatch(/canary|Root/);
  });

  it('shows what one did oneself, and from where somebody tried', async () => {
    const me = actorOf(await makePerson());
    await sql(
      `INSERT INTO audit_events (action, actor_id, subject_type, subject_id, after, address, request_id)
       VALUES ('user.profile-updated', $1, 'user', $1, '{"phone":"1"}', '192.0.2.1', 'r'),
         ('sign-in.failed', NULL, 'user', $1, NULL, '192.0.2.2', 'r')`,
      [me.userId],
    );
    expect(await ownActivity(me, 20)).toMatchObject([
      { action: 'sign-in.failed', by: 'nobody', address: '192.0.2.2' },
      {
        action: 'user.profile-updated',
        by: 'oneself',
        address: '192.0.2.1',
        after: { phone: '1' },
      },
    ]);
    expect(await ownActivity(me, 1)).toHaveLength(1);
  });

  it('is of nobody else', async () => {
    const me = actorOf(await makePerson());
    await unlockUsers(superuser, { userIds: [person.id] });
    expect(await ownActivity(me, 20)).toEqual([]);
  });
});
