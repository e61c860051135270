import http from 'node:http';
import { ticks } from './figures';
import { tokenOf } from './people';

/** A download, read to its end and thrown away. */
export interface Download {
  seconds: number;
  toFirstByte: number;
  megabytes: number;
}

/** Downloads as person 0. Throws when it is not answered whole. */
export function download(port: number, path: string): Promise<Download> {
  const began = ticks();
  const headers = { cookie: `gatehouse=${tokenOf(0)}` };
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Answered ${response.statusCode}.`));
      let [bytes, first] = [0, 0];
      response.on('data', (piece: Buffer) => {
        first ||= ticks();
        bytes += piece.length;
      });
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          seconds: (ticks() - began) / 1000,
          toFirstByte: (first - began) / 1000,
          megabytes: bytes / 1e6,
        }),
      );
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
