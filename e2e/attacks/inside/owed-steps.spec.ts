import { expect } from '@playwright/test';
import { makeCompany, makeSession } from '@/tests/people';
import { builtAction } from '../support/build';
import { submit, WAYS } from '../support/call';
import { makeAsker, OWING, PASSWORD } from '../support/cast';
import { deedOf } from '../support/deeds';
import { outcomeOf } from '../support/outcome';
import { addressOf, makeTarget, payload } from '../support/place';
import { test } from '../support/test';
import { rowsOf, type Expected, type Row } from './table';

// A superuser, so that nothing but the owed step stands in the way.
async function owing(step: string) {
  const company = await makeCompany();
  const person = await makeAsker('superuser', company, { ...OWING[step], password: PASSWORD });
  if (!person) throw new Error('nobody');
  const session = await makeSession(person.id);
  return { company, person, sessionId: session.id, token: session.token };
}

// Of the handlers that ask for a session, the one that any will do for.
const ANY_SESSION = '/api/session';

/** What a page or handler answers to a session that owes the step. */
function expectedAt({ kind, name, expected }: Row, step: string): string {
  // Open to everybody: whatever the session owes, it is answered as any.
  if (expected.anonymous.outcome !== 'sign-in') return expected.member.outcome;
  if (name === `/${step}`) return 'opens';
  if (kind === 'page') return `to:/${step}`;
  return name === ANY_SESSION ? 'opens' : 'forbidden';
}

/** What becomes of the actions on the page of the step itself. */
const OWN: Record<string, string> = {
  startOwedSetUpAction: 'done',
  confirmOwedSetUpAction: 'done',
  cancelOwedSetUpAction: 'done',
};

/** What an action answers, and whether it is done. */
function expectedOf({ name, expected }: Row, step: string): Expected {
  if (/^app\/(\(auth\)\/|actions\.ts)/.test(name)) return expected.member;
  if (!name.startsWith(`app/(gate)/${step}/`)) return { outcome: `to:/${step}`, allowed: false };
  return { outcome: OWN[name.split('#')[1] ?? ''] ?? 'to:/', allowed: true };
}

for (const step of Object.keys(OWING)) {
  test(`security 15: who owes ${step} reaches only its page`, async ({ knock }) => {
    const { token, company } = await owing(step);
    const target = await makeTarget(company);
    for (const row of [...rowsOf('page'), ...rowsOf('handler')]) {
      const { kind, name } = row;
      const address = addressOf(name, target);
      const expected = expectedAt(row, step);
      const plain = await knock(token, address);
      expect.soft(outcomeOf(plain), name).toBe(expected);
      expect.soft(plain.text, name).not.toContain(target.person.email);
      if (kind !== 'page') continue;
      const { at, question } = payload(address);
      const answer = await knock(token, at, question);
      expect.soft(outcomeOf(answer), `payload of ${name}`).toBe(expected);
      expect.soft(answer.text, `payload of ${name}`).not.toContain(target.person.email);
    }
    const told = JSON.parse((await knock(token, '/api/auth/session')).text) as object;
    expect(Object.keys(told), 'next-auth says no more than until when').toEqual(['expires']);
  });

  test(`security 15: who owes ${step} does nothing else`, async ({ house }) => {
    for (const row of rowsOf('action')) {
      const { name } = row;
      for (const way of WAYS) {
        const { token, ...doer } = await owing(step);
        const deed = await deedOf(name, doer);
        const action = builtAction(house.root, name);
        // One signs out from where one is: the page of the step.
        const from = name.endsWith('#signOutAction') ? { page: `/${step}` } : {};
        const answer = await submit(house, token, action, deed.fields, { way, ...from });
        const { outcome, allowed } = expectedOf(row, step);
        if (way === 'called') expect.soft(outcomeOf(answer), name).toBe(outcome);
        expect.soft(await deed.happened(), `${name}, ${way}`).toBe(allowed);
      }
    }
  });
}
