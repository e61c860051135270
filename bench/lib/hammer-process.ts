import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import { answerQuestions } from './child';
import { ticks } from './figures';
import type { HammerOrder, Strike } from './hammer';
import { tokenOf } from './people';

const PATIENCE = 10_000;
type Field = Extract<HammerOrder, { begin: object }>['begin'];

// Given up long before the server does, or one would be used in the very moment it closes.
const agent = new http.Agent({ keepAlive: true, timeout: 2000 });
const events = new EventEmitter();
let strikes: Strike[] = [];
let ending = false;
let workers: Promise<void>[] = [];

/** Everybody meets every server: those of one person follow each other a whole turn apart. */
function nextOf({ ports, people }: Field, turn: number): { person: number; port: number } {
  const person = people[turn % people.length] ?? 0;
  const port = ports[(turn + Math.floor(turn / people.length)) % ports.length] ?? 0;
  return { person, port };
}

type Answer = Pick<Strike, 'status' | 'failure'>;

function strike(port: number, path: string, person: number): Promise<Answer> {
  return new Promise((resolve) => {
    const headers = { cookie: `gatehouse=${tokenOf(person)}` };
    const request = http.get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      response.resume();
      response.once('close', () =>
        resolve(response.complete ? { status: response.statusCode ?? 0 } : failed('cut off')),
      );
    });
    request.setTimeout(PATIENCE, () => void request.destroy(new Error('no answer in time')));
    request.once('error', ({ message }) => resolve(failed(message)));
  });
}

const failed = (failure: string): Answer => ({ status: 0, failure });

function begin(field: Field): void {
  strikes = [];
  ending = false;
  let turn = 0;
  workers = Array.from({ length: field.connections }, async () => {
    while (!ending) {
      const { person, port } = nextOf(field, turn++);
      const began = ticks();
      const answer = await strike(port, field.path, person);
      strikes.push({ began, ended: ticks(), person, port, ...answer });
      events.emit('strike');
    }
  });
}

answerQuestions(async (order: HammerOrder): Promise<Strike[]> => {
  if ('begin' in order) begin(order.begin);
  if ('await' in order) {
    const enough = strikes.length + order.await;
    while (strikes.length < enough) await once(events, 'strike');
  }
  if (!('end' in order)) return [];
  ending = true;
  await Promise.all(workers);
  return strikes;
});
