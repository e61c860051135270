import { expect } from '@playwright/test';
import { ADMIN_RIGHTS, holds, type AdminRight, type Permission } from '@/lib/access/rights';
import { areaOf } from '@/lib/auth/routes';
import { makeCompany, makeSession } from '@/tests/people';
import { builtAction, builtActions, builtRoutes, fileOf } from '../support/build';
import { submit, WAYS } from '../support/call';
import { ASKERS, makeAsker, PASSWORD } from '../support/cast';
import { deedOf } from '../support/deeds';
import { outcomeOf } from '../support/outcome';
import { askedAt, askedBy } from '../support/permissions';
import { addressOf, makeTarget, payload } from '../support/place';
import { test } from '../support/test';
import { FRAMEWORK, rowsOf, type Row } from './table';

const named = (kind: Parameters<typeof rowsOf>[0]) => rowsOf(kind).map(({ name }) => name);

test('security 32: every page, handler and action of the build is classified', ({ house }) => {
  const { pages, handlers } = builtRoutes(house.root);
  expect(pages.sort()).toEqual([...named('page'), ...FRAMEWORK].sort());
  expect(handlers.sort()).toEqual(named('handler').sort());
  const actions = builtActions(house.root).map(({ name }) => name);
  expect(actions.sort()).toEqual(named('action').sort());
});

/** What a row asks for, read from where it asks; undefined: it is none of the administration. */
function askedFor({ kind, name }: Row, root: string): Permission[] | undefined {
  if (kind === 'action') return askedBy(name);
  const file = fileOf(root, name);
  return file === undefined ? undefined : askedAt(file);
}

const isOfAdministration = ({ kind, name }: Row) =>
  kind === 'action' ? name.startsWith('app/admin/') : areaOf(name) === 'admin';

/** Whom the table of rights lets in: whoever has what is asked for; of several, one or any of them. */
const asTheTable = (asked: Permission[]): AdminRight[][] =>
  [...asked.map((one) => [one]), asked].map((some) =>
    ADMIN_RIGHTS.filter((right) =>
      some.some((permission) => holds({ isStaff: true, right, companyId: null }, permission)),
    ),
  );

test('security 32: who is let in follows from the table of rights', ({ house }) => {
  for (const row of [...rowsOf('page'), ...rowsOf('handler'), ...rowsOf('action')]) {
    const asked = askedFor(row, house.root) ?? [];
    expect
      .soft(asked.length > 0, `${row.name} asks for a permission`)
      .toBe(isOfAdministration(row));
    if (asked.length === 0) continue;
    const entering = ADMIN_RIGHTS.filter((right) => row.expected[right].outcome !== 'forbidden');
    expect
      .soft(asTheTable(asked), `${row.name} asks for ${asked.join(', ')}`)
      .toContainEqual(entering);
  }
});

for (const { kind, name, expected } of [...rowsOf('page'), ...rowsOf('handler')]) {
  test(`security 32: ${kind} ${name} opens to those it is for`, async ({ knock }) => {
    const target = await makeTarget(await makeCompany());
    const address = addressOf(name, target);
    for (const who of ASKERS) {
      const asker = await makeAsker(who, target.company);
      const { outcome, allowed } = expected[who];
      const answers = { plain: await knock(asker, address) };
      const { at, question } = payload(address);
      const all =
        kind === 'page' ? { ...answers, payload: await knock(asker, at, question) } : answers;
      for (const [form, answer] of Object.entries(all)) {
        expect.soft(outcomeOf(answer), `${who}, ${form}`).toBe(outcome);
        if (!allowed)
          expect.soft(answer.text, `${who}, ${form}`).not.toContain(target.person.email);
      }
    }
  });
}

for (const { name, expected } of rowsOf('action')) {
  test(`security 32: action ${name} works for those it is for`, async ({ house }) => {
    const action = builtAction(house.root, name);
    for (const who of ASKERS) {
      for (const way of WAYS) {
        const company = await makeCompany();
        const person = await makeAsker(who, company, { password: PASSWORD });
        const session = person && (await makeSession(person.id));
        const deed = await deedOf(name, { person, company, sessionId: session?.id ?? null });
        const answer = await submit(house, session?.token ?? null, action, deed.fields, { way });
        const { outcome, allowed } = expected[who];
        // Posted, the answer is a page; what counts there is what has happened.
        if (way === 'called') expect.soft(outcomeOf(answer), `${who}, ${way}`).toBe(outcome);
        expect.soft(await deed.happened(), `${who}, ${way}: ${answer.status}`).toBe(allowed);
      }
    }
  });
}
