import { beforeAll, describe, expect, it } from 'vitest';
import { actorOf, makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import type { AppError } from '@/lib/core/errors';
import { photoOf } from './queries';

let ours: { id: string };
let theirs: { id: string };
let make: (options?: PersonOptions) => ReturnType<typeof makePerson>;

const withPhoto = async (person: { id: string }) => {
  await sql(`INSERT INTO user_photos (user_id, content) VALUES ($1, 'picture')`, [person.id]);
  return person;
};

beforeAll(async () => {
  const company = await makeCompany();
  make = (options) => makePerson({ company, ...options });
  ours = await withPhoto(await make());
  theirs = await withPhoto(await makePerson());
});

const seen = async (viewer: Parameters<typeof actorOf>[0], of: { id: string }) =>
  photoOf(actorOf(viewer), of.id).then(
    (photo) => Buffer.from(photo).toString(),
    (error: unknown) => (error as AppError).code,
  );

describe('security 33, 41: a photo is shown', () => {
  it('to its owner', async () => {
    const me = await make();
    await withPhoto(me);
    expect(await seen(me, me)).toBe('picture');
  });

  it.each(['superuser', 'organisation_admin', 'user_admin', 'auditor'] as const)(
    'to a %s, inside their scope',
    async (right) => {
      const viewer = await make({ right });
      expect(await seen(viewer, ours)).toBe('picture');
      expect(await seen(viewer, theirs)).toBe(right === 'superuser' ? 'picture' : 'not_found');
    },
  );

  it('to nobody else: a colleague, staff without right', async () => {
    expect(await seen(await make(), ours)).toBe('not_found');
    expect(await seen(await make({ isStaff: true }), ours)).toBe('not_found');
  });

  it('alike when there is none and when there is nobody', async () => {
    const auditor = await make({ right: 'auditor' });
    expect(await seen(auditor, auditor)).toBe('not_found');
    expect(await seen(auditor, { id: crypto.randomUUID() })).toBe('not_found');
  });
});
