import http from 'node:http';
import { ticks } from './figures';
import { tokenOf } from './people';

/** Downloads as person 0, to the end; how many seconds it took. Throws when it is not answered whole. */
export function download(port: number, path: string): Promise<number> {
  const began = ticks();
  const headers = { cookie: `gatehouse=${tokenOf(0)}` };
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Answered ${response.statusCode}.`));
      response.resume();
      response.once('error', reject);
      response.once('end', () => resolve((ticks() - began) / 1000));
    });
    request.once('error', reject);
  });
}

/** The most memory the serving process has had so far, in MB. */
export async function memoryOf(port: number): Promise<number> {
  const headers = { cookie: `gatehouse=${tokenOf(0)}` };
  const answer = await fetch(`http://127.0.0.1:${port}/api/bench/memory`, { headers });
  return ((await answer.json()) as { maxRSS: number }).maxRSS / 1024;
}
