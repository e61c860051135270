import { ask, type Answer, type Asker, type Question } from '../../fixtures/ask';
import type { BuiltAction } from './build';
import type { House } from './test';

/** What a form sends; a list is a name sent twice. */
export type Fields = Record<string, string | Blob | string[]>;

/** By a script of ours, or by the browser itself before any script. */
export type Way = 'called' | 'posted';
export const WAYS: Way[] = ['called', 'posted'];

const IDLE = { status: 'idle' };

/** The body of a call in React's wire format: state, form. */
export function called(fields: Fields): FormData {
  const body = new FormData();
  append(body, '_1_', fields);
  body.append('0', JSON.stringify([IDLE, '$K1']));
  return body;
}

/** The body of the form itself, with the fields React adds for browsers that run no script. */
export function posted(action: BuiltAction, fields: Fields): FormData {
  const body = new FormData();
  body.append('$ACTION_REF_1', '');
  body.append('$ACTION_1:0', JSON.stringify({ id: action.id, bound: '$@1' }));
  body.append('$ACTION_1:1', JSON.stringify([IDLE]));
  body.append('$ACTION_KEY', 'k0');
  append(body, '', fields);
  return body;
}

function append(body: FormData, prefix: string, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) {
      if (typeof one === 'string') body.append(prefix + name, one);
      else body.append(prefix + name, one, 'file.txt');
    }
  }
}

/** A page that holds the action, with ids that name nothing in place of its parameters. */
const pageOf = ({ route }: BuiltAction) =>
  route.replace(/\[\w+\]/g, '00000000-0000-7000-8000-000000000000');

/** The request by which an action is reached. */
export function question(action: BuiltAction, way: Way, body: Question['body']): Question {
  const headers = way === 'called' ? { 'next-action': action.id, accept: 'text/x-component' } : {};
  return { method: 'POST', headers, body };
}

/** Sends a form's fields to an action; `page` is where the browser stands. */
export function submit(
  house: House,
  asker: Asker,
  action: BuiltAction,
  fields: Fields,
  { way = 'called', page = pageOf(action) }: { way?: Way; page?: string } = {},
): Promise<Answer> {
  const body = way === 'called' ? called(fields) : posted(action, fields);
  return ask(asker, page, { base: house.base, ...question(action, way, body) });
}
