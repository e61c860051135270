import { expect } from '@playwright/test';
import { makeCompany, makeSession } from '@/tests/people';
import { ask, type Question } from '../fixtures/ask';
import { rowsOf } from './inside/table';
import { builtAction, type BuiltAction } from './support/build';
import { called, posted, question, type Fields, type Way } from './support/call';
import { makeAsker, owingFor, PASSWORD } from './support/cast';
import { contents } from './support/contents';
import { deedOf } from './support/deeds';
import { ownHouse } from './support/own-house';
import { test } from './support/test';

// One worker, one database of its own: here everything in it can be compared.
test.describe.configure({ mode: 'default' });

let house: Awaited<ReturnType<typeof ownHouse>>;
test.beforeAll(async () => {
  house = await ownHouse();
});
test.afterAll(async () => house.leave());

const file = new Blob(['text']);

/** What is wrong with the fields, made of a form filled in rightly. */
const WRONG_FIELDS: Record<string, (fields: Fields) => Fields> = {
  'a field of the database': (fields) => ({ ...fields, is_staff: 'true', version_: '1' }),
  passwordHash: (fields) => ({ ...fields, passwordHash: '$argon2id$' }),
  'a prototype': (fields) => ({ ...fields, constructor: '1', ['__proto__']: '1' }),
  'an operator': (fields) => ({ ...fields, 'userId[$ne]': '' }),
  'a file more': (fields) => ({ ...fields, attachment: file }),
};

/** The same for each field there is. */
const WRONG_FIELD: Record<string, (value: Fields[string]) => Fields[string]> = {
  'sent twice': (value) => [value, value].flat() as string[],
  'a file': () => file,
  'of 100,000 characters': () => 'x'.repeat(100_000),
  'with NUL': (value) => (typeof value === 'string' ? `${value}\0` : value),
};

// Fields that take any text, so that a long one or one with NUL is just another value of them.
const FREE = /^(next|password|repeat|current|token|word)$/;

// Fields of which a form sends as many as there are.
const SEVERAL = /^userIds$/;

/** Ways to send what is no form. */
const WRONG_BODIES: Record<string, (body: Buffer, type: string) => Partial<Question>> = {
  nothing: () => ({ body: undefined }),
  'an empty body of a form': (_, type) => ({
    body: Buffer.alloc(0),
    headers: { 'content-type': type },
  }),
  'half of it': (body, type) => ({
    body: body.subarray(0, body.length / 2),
    headers: { 'content-type': type },
  }),
  'no boundary': (body) => ({ body, headers: { 'content-type': 'multipart/form-data' } }),
  'another boundary': (body) => ({
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=other' },
  }),
  JSON: () => ({
    body: '{"userId":{"$ne":null}}',
    headers: { 'content-type': 'application/json' },
  }),
  'broken JSON': () => ({ body: '[{', headers: { 'content-type': 'text/plain' } }),
  'an URL-encoded form': () => ({ body: new URLSearchParams({ userId: 'x' }) }),
  'a form without an action': () => ({ body: formOf({ a: 'b' }) }),
  'references that dangle': () => ({ body: formOf({ '0': '["$9","$K7"]', $ACTION_REF_1: '' }) }),
  'references that go round': () => ({
    body: formOf({ '0': '["$1","$K2"]', '1': '["$1"]', '$ACTION_1:0': '{' }),
  }),
  'a megabyte': () => ({ body: formOf({ '0': 'x'.repeat(1_000_000), $ACTION_KEY: '' }) }),
  'a megabyte without its length': () => ({
    body: formOf({ '0': 'x'.repeat(1_000_000), $ACTION_KEY: '' }),
    headers: { 'transfer-encoding': 'chunked' },
  }),
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

async function prepare(name: string) {
  const company = await makeCompany();
  const person = await makeAsker('superuser', company, {
    password: PASSWORD,
    ...owingFor(name),
  });
  const { token, id } = await makeSession(person?.id ?? '');
  const { fields } = await deedOf(name, { person, company, sessionId: id });
  const page = (route: string) => route.replace(/\[\w+\]/g, company.id);
  return { token, fields, page };
}

const send = (
  action: BuiltAction,
  way: Way,
  token: string,
  page: string,
  wrong: Partial<Question>,
) => {
  const { headers, ...asked } = question(action, way, undefined);
  return ask(token, page, {
    ...asked,
    ...wrong,
    base: house.base,
    headers: { ...headers, ...wrong.headers },
  });
};

for (const { name } of rowsOf('action')) {
  test(`security 36: ${name} refuses fields it does not have`, async () => {
    const action = builtAction(house.root, name);
    const { token, fields, page } = await prepare(name);
    const before = await contents();
    const wrong = Object.entries(WRONG_FIELDS).map(([what, make]) => ({
      what,
      made: make(fields),
    }));
    for (const { what, made } of wrong) {
      for (const way of ['called', 'posted'] as const) {
        const body = way === 'called' ? called(made) : posted(action, made);
        const { status } = await send(action, way, token, page(action.route), { body });
        expect.soft(status, `${what}, ${way}`).toBeGreaterThanOrEqual(400);
        expect.soft(status, `${what}, ${way}`).toBeLessThan(500);
      }
    }
    expect(await contents()).toEqual(before);
  });

  test(`security 37: ${name} refuses what is no text`, async () => {
    const action = builtAction(house.root, name);
    const { token, fields, page } = await prepare(name);
    const before = await contents();
    for (const [field, value] of Object.entries(fields)) {
      for (const [what, make] of Object.entries(WRONG_FIELD)) {
        // Where a file is chosen, any text is out of place, and any file may be.
        if (value instanceof Blob && make(value) instanceof Blob) continue;
        const text = !(value instanceof Blob) && /^(of|with)/.test(what);
        if (text && FREE.test(field)) continue;
        if (what === 'sent twice' && SEVERAL.test(field)) continue;
        const body = called({ ...fields, [field]: make(value) });
        const { status, text: answer } = await send(action, 'called', token, page(action.route), {
          body,
        });
        // A text that is too long or has what none may have was typed: the form says so.
        const told = text && status === 200 && answer.includes('"status":"invalid"');
        expect
          .soft(told || (status >= 400 && status < 500), `${field} ${what}: ${status}`)
          .toBe(true);
      }
    }
    expect(await contents()).toEqual(before);
  });

  test(`bad input: ${name} refuses what is no form`, async () => {
    const action = builtAction(house.root, name);
    const { token, fields, page } = await prepare(name);
    const before = await contents();
    for (const way of ['called', 'posted'] as const) {
      const whole = new Response(way === 'called' ? called(fields) : posted(action, fields));
      const type = whole.headers.get('content-type') ?? '';
      const bytes = Buffer.from(await whole.arrayBuffer());
      for (const [what, make] of Object.entries(WRONG_BODIES)) {
        const { status } = await send(action, way, token, page(action.route), make(bytes, type));
        const expected = what.startsWith('a megabyte') ? [413] : [400, 403, 404, 409, 415];
        expect.soft(expected, `${what}, ${way}: ${status}`).toContain(status);
      }
    }
    expect(await contents()).toEqual(before);
  });
}
