import { expect } from '@playwright/test';
import { makeCompany, makeSession, type PersonOptions } from '@/tests/people';
import { builtAction } from '../support/build';
import { submit, WAYS } from '../support/call';
import { makeAsker, PASSWORD } from '../support/cast';
import { deedOf } from '../support/deeds';
import { outcomeOf } from '../support/outcome';
import { addressOf, makeTarget, payload } from '../support/place';
import { test } from '../support/test';
import { rowsOf } from './table';

const STEPS: Record<string, PersonOptions> = {
  'two-factor': { twoFactorEnabled: true },
  'change-password': { passwordChangeOwed: true },
  'set-up-2fa': { twoFactorRequired: true },
  'complete-profile': { profileCompletionOwed: true },
};

// A superuser, so that nothing but the owed step stands in the way.
async function owing(step: string) {
  const company = await makeCompany();
  const person = await makeAsker('superuser', company, { ...STEPS[step], password: PASSWORD });
  if (!person) throw new Error('nobody');
  const session = await makeSession(person.id);
  return { company, person, sessionId: session.id, token: session.token };
}

/** What a page or handler answers to a session that owes the step. */
function expectedAt(kind: string, name: string, step: string): string {
  if (name === '/login') return 'to:/';
  if (name === '/setup' || name === `/${step}`) return 'opens';
  if (kind === 'page') return `to:/${step}`;
  return name === '/api/people' ? 'forbidden' : 'opens';
}

/** What an action answers, and whether it is done. */
function expectedOf(name: string, step: string): { outcome: string; happens: boolean } {
  const of = (action: string) => name.endsWith(`#${action}`);
  if (of('signInAction')) return { outcome: 'to:/', happens: true };
  if (of('setUpAction')) return { outcome: 'refused', happens: false };
  if (of('signOutAction')) return { outcome: 'to:/login?reason=signed_out', happens: true };
  if (of('changeOwedPasswordAction') && step === 'change-password') {
    return { outcome: 'to:/', happens: true };
  }
  return { outcome: `to:/${step}`, happens: false };
}

for (const step of Object.keys(STEPS)) {
  test(`security 15: who owes ${step} reaches only its page`, async ({ knock }) => {
    const { token, company } = await owing(step);
    const target = await makeTarget(company);
    for (const { kind, name } of [...rowsOf('page'), ...rowsOf('handler')]) {
      const address = addressOf(name, target);
      const expected = expectedAt(kind, name, step);
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
    for (const { name } of rowsOf('action')) {
      for (const way of WAYS) {
        const { token, ...doer } = await owing(step);
        const deed = await deedOf(name, doer);
        const action = builtAction(house.root, name);
        // One signs out from where one is: the page of the step.
        const from = name.endsWith('#signOutAction') ? { page: `/${step}` } : {};
        const answer = await submit(house, token, action, deed.fields, { way, ...from });
        const { outcome, happens } = expectedOf(name, step);
        if (way === 'called') expect.soft(outcomeOf(answer), name).toBe(outcome);
        expect.soft(await deed.happened(), `${name}, ${way}`).toBe(happens);
      }
    }
  });
}
