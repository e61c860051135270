import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import { answerQuestions } from './child';
import { ticks } from './figures';
import type { HammerOrder, Strike } from './hammer';
import { tokenOf } from './people';

const PATIENCE = 10_000;
type Field = Extract<HammerOrder, { begin: object }>['begin'];

const agent = new http.Agent({ keepAlive: true });
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

function strike(port: number, path: string, person: number): Promise<number> {
  return new Promise((resolve) => {
    const headers = { cookie: `gatehouse=${tokenOf(person)}` };
    const request = http.get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      response.resume();
      response.once('close', () => resolve(response.complete ? (response.statusCode ?? 0) : 0));
    });
    request.setTimeout(PATIENCE, () => void request.destroy());
    request.once('error', () => resolve(0));
  });
}

function begin(field: Field): void {
  strikes = [];
  ending = false;
  let turn = 0;
  workers = Array.from({ length: field.connections }, async () => {
    while (!ending) {
      const { person, port } = nextOf(field, turn++);
      const began = ticks();
      const status = await strike(port, field.path, person);
      strikes.push({ began, ended: ticks(), person, port, status });
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
