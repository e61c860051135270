import { describe, expect, it } from 'vitest';
import { parse } from '@/lib/auth/parse';
import type { Actor } from '@/lib/core/actor';
import { lockUsers } from '@/lib/lifecycle/commands';
import { actorOf, makePerson, makeSession, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { updateOwnProfile } from './commands';
import { getOwnProfile } from './queries';
import { profileEdit } from './schema';

async function signedIn(options: PersonOptions = {}): Promise<Actor> {
  const person = await makePerson(options);
  return actorOf(person, (await makeSession(person.id)).id);
}

const edit = { firstName: 'Anna', lastName: 'Kowalska', phone: '+48221234567', version: 1 };

describe('one’s own profile', () => {
  it('is changed, and the audit keeps before and after', async () => {
    const actor = await signedIn();
    await updateOwnProfile(actor, edit);
    const { version: _, ...after } = edit;
    expect(await getOwnProfile(actor.userId)).toMatchObject({ ...after, version: 2 });
    expect(await auditOf(actor.userId)).toEqual([
      expect.objectContaining({
        action: 'user.profile-updated',
        actor_id: actor.userId,
        company_id: actor.companyId,
        before: { firstName: 'Ann', lastName: 'Example', phone: null },
        after,
      }),
    ]);
  });

  it('edited in two tabs: the later is told what is there now, and nothing is lost', async () => {
    const actor = await signedIn();
    await updateOwnProfile(actor, edit);
    const later = updateOwnProfile(actor, { ...edit, firstName: 'Another' });
    await expect(later).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Anna Kowalska”, +48 22 123 45 67') as string,
    });
    expect(await getOwnProfile(actor.userId)).toMatchObject({ firstName: 'Anna', version: 2 });
    expect(await auditOf(actor.userId)).toHaveLength(1);
  });

  it('edited twenty times at once is changed once', async () => {
    const actor = await signedIn();
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => updateOwnProfile(actor, { ...edit, lastName: `N${i}` })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await auditOf(actor.userId)).toHaveLength(1);
  });

  it('changes that of nobody else', async () => {
    const other = await makePerson();
    const actor = await signedIn();
    await updateOwnProfile(actor, edit);
    expect(await getOwnProfile(other.id)).toMatchObject({ firstName: 'Ann', version: 1 });
  });

  it('is the directory’s where that manages the account', async () => {
    const actor = await signedIn({ source: 'directory' });
    await expect(updateOwnProfile(actor, edit)).rejects.toMatchObject({ code: 'conflict' });
    expect(await getOwnProfile(actor.userId)).toMatchObject({ firstName: 'Ann' });
  });

  it('security 8: is not changed after a lock, nor from a session that ended', async () => {
    const admin = await signedIn({ right: 'superuser', company: null });
    const locked = await signedIn();
    await lockUsers(admin, { userIds: [locked.userId], reason: 'breach' });
    const ended = await signedIn();
    await sql(`UPDATE sessions SET ended_at = now(), end_reason = 'ended_by_user' WHERE id = $1`, [
      ended.sessionId,
    ]);
    for (const actor of [locked, ended]) {
      await expect(updateOwnProfile(actor, edit)).rejects.toMatchObject({ code: 'forbidden' });
      expect(await getOwnProfile(actor.userId)).toMatchObject({ firstName: 'Ann' });
    }
  });
});

describe('security 36: what people may change of themselves', () => {
  const typed = { firstName: 'Anna', lastName: 'K', phone: '', version: '1' };

  it('is names and phone', () => {
    expect(parse(profileEdit, typed)).toEqual({ ...typed, phone: null, version: 1 });
  });

  it.each<[string, object]>([
    ['who they are to others', { email: 'a@example.org' }],
    ['their company', { companyId: crypto.randomUUID() }],
    ['department', { departmentId: crypto.randomUUID() }],
    ['staff', { isStaff: 'on' }],
    ['a right', { right: 'superuser' }],
    ['somebody else', { userId: crypto.randomUUID() }],
    ['a version twice', { version: ['1', '2'] }],
    ['an operator', { firstName: { set: 'A' } }],
  ])('and not %s', (_, more) => {
    expect(() => parse(profileEdit, { ...typed, ...more })).toThrow(
      expect.objectContaining({ code: 'invalid', fields: {} }),
    );
  });

  it.each([
    [{ firstName: ' ' }, 'firstName'],
    [{ lastName: 'x'.repeat(101) }, 'lastName'],
    [{ firstName: 'a\0b' }, 'firstName'],
    [{ phone: '12345' }, 'phone'],
    [{ phone: '+380 44' }, 'phone'],
    [{ version: '0' }, 'version'],
    [{ version: 'x' }, 'version'],
  ])('told beside its field: %j', (wrong, field) => {
    expect(() => parse(profileEdit, { ...typed, ...wrong })).toThrow(
      expect.objectContaining({ fields: { [field]: expect.any(String) as string } }),
    );
  });
});
