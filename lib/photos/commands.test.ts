import { beforeAll, describe, expect, it } from 'vitest';
import { deactivateUsers, lockUsers } from '@/lib/lifecycle/commands';
import {
  actorOf,
  makeCompany,
  makePerson,
  makeSession,
  type TestCompany,
  type TestPerson,
} from '@/tests/people';
import { picture, uploaded } from '@/tests/pictures';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import type { Actor } from '@/lib/core/actor';
import { changeOwnPhoto, changePhotoOf, removeOwnPhoto, removePhotoOf } from './commands';

let company: TestCompany;
let photo: File;
let other: File;

beforeAll(async () => {
  company = await makeCompany();
  photo = uploaded(await picture('jpeg'));
  other = uploaded(await picture('png'));
});

async function signedIn(options = {}): Promise<Actor> {
  const person = await makePerson({ company, ...options });
  return actorOf(person, (await makeSession(person.id)).id);
}

const photoIn = async (userId: string) =>
  (
    await sql<{ version: string; content: Buffer }>(
      'SELECT version, content FROM user_photos WHERE user_id = $1',
      [userId],
    )
  )[0];

describe('one’s own photo', () => {
  it('is kept, replaced under another version, and removed', async () => {
    const actor = await signedIn();
    await changeOwnPhoto(actor, { photo });
    const first = await photoIn(actor.userId);
    await changeOwnPhoto(actor, { photo: other });
    const second = await photoIn(actor.userId);
    expect(second?.version).not.toBe(first?.version);
    expect(second?.content.equals(first!.content)).toBe(false);
    await removeOwnPhoto(actor);
    await removeOwnPhoto(actor);
    expect(await photoIn(actor.userId)).toBeUndefined();
    const audit = await auditOf(actor.userId);
    expect(audit.map(({ action }) => action)).toEqual([
      'user.photo-changed',
      'user.photo-changed',
      'user.photo-removed',
    ]);
    // That it happened, and nothing of the picture.
    expect(JSON.stringify(audit).length).toBeLessThan(1000);
  });

  it('stays when the new one is none', async () => {
    const actor = await signedIn();
    await changeOwnPhoto(actor, { photo });
    const kept = await photoIn(actor.userId);
    await expect(changeOwnPhoto(actor, { photo: uploaded('<svg/>') })).rejects.toMatchObject({
      fields: { photo: expect.any(String) as string },
    });
    expect(await photoIn(actor.userId)).toEqual(kept);
    expect(await auditOf(actor.userId)).toHaveLength(1);
  });

  it('uploaded twenty times at once is one', async () => {
    const actor = await signedIn();
    await Promise.all(Array.from({ length: 20 }, () => changeOwnPhoto(actor, { photo })));
    expect(await photoIn(actor.userId)).toBeDefined();
    expect(await auditOf(actor.userId)).toHaveLength(20);
  });

  it('security 8: changes no more after a lock', async () => {
    const admin = await signedIn({ right: 'superuser' });
    const actor = await signedIn();
    await lockUsers(admin, { userIds: [actor.userId], reason: 'breach' });
    const gone = { code: 'forbidden' };
    await expect(changeOwnPhoto(actor, { photo })).rejects.toMatchObject(gone);
    await expect(removeOwnPhoto(actor)).rejects.toMatchObject(gone);
    expect(await photoIn(actor.userId)).toBeUndefined();
  });
});

describe('somebody’s photo', () => {
  it('is changed and removed by an administrator of the company', async () => {
    const admin = await signedIn({ right: 'user_admin' });
    const person = await makePerson({ company });
    await changePhotoOf(admin, { userId: person.id, photo });
    expect(await photoIn(person.id)).toBeDefined();
    await removePhotoOf(admin, { userId: person.id });
    await removePhotoOf(admin, { userId: person.id });
    expect(await photoIn(person.id)).toBeUndefined();
    const [changed, ...rest] = await auditOf(person.id);
    expect(changed).toMatchObject({
      action: 'user.photo-changed',
      actor_id: admin.userId,
      company_id: company.id,
    });
    expect(rest.map(({ action }) => action)).toEqual(['user.photo-removed']);
  });

  type Case = [string, () => Promise<Actor>, () => Promise<TestPerson>, string];
  const anybody = () => makePerson({ company });
  it.each<Case>([
    ['a member', () => signedIn(), anybody, 'forbidden'],
    ['staff without right', () => signedIn({ isStaff: true }), anybody, 'forbidden'],
    ['an auditor', () => signedIn({ right: 'auditor' }), anybody, 'forbidden'],
    [
      'an administrator of another company',
      () => signedIn({ right: 'organisation_admin' }),
      () => makePerson(),
      'not_found',
    ],
    [
      'an administrator below them',
      () => signedIn({ right: 'user_admin' }),
      () => makePerson({ company, right: 'organisation_admin' }),
      'forbidden',
    ],
  ])('security 33, 35: not by %s', async (_, makeActor, makeTarget, code) => {
    const [actor, { id: userId }] = [await makeActor(), await makeTarget()];
    await sql(`INSERT INTO user_photos (user_id, content) VALUES ($1, 'kept')`, [userId]);
    await expect(changePhotoOf(actor, { userId, photo })).rejects.toMatchObject({ code });
    await expect(removePhotoOf(actor, { userId })).rejects.toMatchObject({ code });
    expect((await photoIn(userId))?.content.toString()).toBe('kept');
    expect(await auditOf(userId)).toEqual([]);
  });

  it('of nobody is not found', async () => {
    const admin = await signedIn({ right: 'superuser' });
    const userId = crypto.randomUUID();
    await expect(changePhotoOf(admin, { userId, photo })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('security 8: not by an administrator put out meanwhile', async () => {
    const superuser = await signedIn({ right: 'superuser' });
    const admin = await signedIn({ right: 'user_admin' });
    const { id: userId } = await makePerson({ company });
    await deactivateUsers(superuser, { userIds: [admin.userId] });
    await expect(changePhotoOf(admin, { userId, photo })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await photoIn(userId)).toBeUndefined();
  });
});
