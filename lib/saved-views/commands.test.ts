import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { deleteView, saveView, updateView } from './commands';
import { listViews } from './queries';
import { MOST_VIEWS, newView, viewEdit } from './schema';

let home: TestCompany;
let owner: Actor;
let colleague: Actor;
let stranger: Actor;
let superuser: Actor;

const administrator = async (company: TestCompany) =>
  actorOf(await makePerson({ company, right: 'user_admin' }));

beforeAll(async () => {
  home = await makeCompany();
  owner = await administrator(home);
  colleague = actorOf(await makePerson({ company: home, right: 'auditor' }));
  stranger = await administrator(await makeCompany());
  superuser = actorOf(await makePerson({ company: home, right: 'superuser' }));
});

const view = (more: object = {}) => ({
  name: `Sleepers ${randomUUID()}`,
  question: 'status=active&idleSince=2026-01-01',
  isShared: false,
  ...more,
});
const names = async (actor: Actor) => (await listViews(actor)).map(({ name }) => name);

describe('a saved view', () => {
  it('is its owner’s alone until it is shared with the administrators of the company', async () => {
    const kept = view();
    const viewId = await saveView(owner, kept);
    expect(await listViews(owner)).toContainEqual({
      id: viewId,
      ...kept,
      isOwn: true,
      ownerName: 'Ann Example',
    });
    expect(await names(colleague)).not.toContain(kept.name);

    await updateView(owner, { viewId, name: `${kept.name}, shared`, isShared: true });
    expect(await listViews(colleague)).toContainEqual({
      ...kept,
      id: viewId,
      name: `${kept.name}, shared`,
      isShared: true,
      isOwn: false,
      ownerName: 'Ann Example',
    });
    expect(await names(stranger)).not.toContain(`${kept.name}, shared`);

    await deleteView(owner, { viewId });
    expect(await names(colleague)).not.toContain(`${kept.name}, shared`);
    expect((await auditOf(viewId)).map(({ action }) => action)).toEqual([
      'view.saved',
      'view.updated',
      'view.deleted',
    ]);
  });

  it('security 33: of a superuser is shared with everybody, who does not learn their name', async () => {
    const kept = view({ isShared: true });
    await saveView(superuser, kept);
    const seen = (await listViews(stranger)).find(({ name }) => name === kept.name);
    expect(seen).toMatchObject({ isOwn: false, ownerName: null });
  });

  it('takes another question only when given one', async () => {
    const kept = view();
    const viewId = await saveView(owner, kept);
    await updateView(owner, { viewId, name: kept.name, isShared: false });
    const question = async () => (await listViews(owner)).find(({ id }) => id === viewId)?.question;
    expect(await question()).toBe(kept.question);
    await updateView(owner, { viewId, name: kept.name, isShared: false, question: 'q=ann' });
    expect(await question()).toBe('q=ann');
  });

  it('refuses a name that its owner has already, and lets others have it', async () => {
    const kept = view();
    await saveView(owner, kept);
    const refusal = { code: 'invalid', fields: { name: expect.any(String) as string } };
    await expect(saveView(owner, kept)).rejects.toMatchObject(refusal);
    const viewId = await saveView(owner, view());
    await expect(
      updateView(owner, { viewId, name: kept.name, isShared: false }),
    ).rejects.toMatchObject(refusal);
    await saveView(colleague, kept);
  });

  it('is one of so many, not of any number', async () => {
    const busy = await administrator(home);
    await sql(
      `INSERT INTO saved_views (owner_id, name, question)
       SELECT $1, 'View ' || n, '' FROM generate_series(1, $2::int) n`,
      [busy.userId, MOST_VIEWS],
    );
    await expect(saveView(busy, view())).rejects.toMatchObject({ code: 'conflict' });
    await deleteView(busy, { viewId: (await listViews(busy))[0]!.id });
    await saveView(busy, view());
  });
});

describe('security 33: the view of somebody else', () => {
  it.each([
    ['a colleague', () => colleague],
    ['somebody of another company', () => stranger],
    ['a superuser', () => superuser],
  ])('is neither changed nor deleted by %s', async (_, who) => {
    const kept = view({ isShared: true });
    const viewId = await saveView(owner, kept);
    const missing = { code: 'not_found' };
    await expect(
      updateView(who(), { viewId, name: 'Mine', isShared: false }),
    ).rejects.toMatchObject(missing);
    await expect(deleteView(who(), { viewId })).rejects.toMatchObject(missing);
    expect(await names(owner)).toContain(kept.name);
  });
});

describe('security 35: who may see no list', () => {
  it('keeps no view of it', async () => {
    const staff = actorOf(await makePerson({ company: home, isStaff: true }));
    await expect(saveView(staff, view())).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('security 36: the input', () => {
  const given = { name: 'Mine', question: 'q=ann&status=active%2Cstaff' };
  it.each([
    ['an owner', { ...given, ownerId: randomUUID() }],
    ['a company', { ...given, companyId: randomUUID() }],
    ['no name', { ...given, name: ' ' }],
    ['a line break in the question', { ...given, question: 'q=a\nb' }],
    ['a question without end', { ...given, question: 'q'.repeat(4001) }],
    ['a list of questions', { ...given, question: ['q=a'] }],
  ])('refuses %s', (_, input) => {
    expect(newView.safeParse(input).success).toBe(false);
  });

  it('takes what the forms send', () => {
    expect(newView.parse({ ...given, isShared: 'on' })).toEqual({ ...given, isShared: true });
    const viewId = randomUUID();
    expect(viewEdit.parse({ viewId, name: 'Mine' })).toEqual({
      viewId,
      name: 'Mine',
      isShared: false,
    });
  });
});
