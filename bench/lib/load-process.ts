import autocannon from 'autocannon';
import { answerQuestions } from './child';
import { percentile, ticks } from './figures';
import type { Load, Stood } from './load';
import { tokenOf } from './people';

const STRIDE = 7919; // a prime: neighbours in time are none in the table, and all get their turn
// Not counted: connections open, to the server and from it to the database it has left idle.
const LEAD_IN = 500;
let turn = 0;

async function bear({ port, path, connections, seconds, people, rate }: Load): Promise<Stood> {
  const times: number[] = [];
  const setupRequest = (request: autocannon.Request) => {
    turn = (turn + STRIDE) % people;
    return { ...request, path, headers: { cookie: `gatehouse=${tokenOf(turn)}` } };
  };
  const duration = seconds + LEAD_IN / 1000;
  const options = {
    url: `http://127.0.0.1:${port}`,
    connections,
    duration,
    ...(rate && { overallRate: rate }),
  };
  const counted = ticks() + LEAD_IN;
  let last = counted;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon({ ...options, requests: [{ setupRequest }] }, (error, done) =>
      error ? reject(error as Error) : resolve(done),
    );
    instance.on('response', (_client, _status, _bytes, time) => {
      last = ticks();
      if (last >= counted) times.push(time);
    });
  });
  const { non2xx, errors } = result;
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers not 200, ${errors} errors`);
  const perSecond = times.length / ((last - counted) / 1000);
  const at = (share: number) => percentile(times, share);
  return { perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

answerQuestions(bear);
