import http from 'node:http';
import { answerQuestions } from './child';
import { percentile, ticks } from './figures';
import { emailOf, PASSWORD } from './people';
import type { SignedIn, SignIns } from './sign-ins';

const BOUNDARY = 'gatehouse-bench';
const agent = new http.Agent({ keepAlive: true });

type Fields = [name: string, value: string][];

/** The hidden fields of the sign-in form, which name its action. */
async function hiddenFields(port: number): Promise<Fields> {
  const page = await (await fetch(`http://localhost:${port}/login`)).text();
  const form = /<form[^>]*>(.*?)<\/form>/s.exec(page)?.[1] ?? '';
  return [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')],
  );
}

const multipart = (fields: Fields) =>
  fields
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('') + `--${BOUNDARY}--\r\n`;

/** Signs one person in; the answer is the way on, with a session's cookie. */
function signIn(port: number, hidden: Fields, person: number): Promise<void> {
  const body = multipart([...hidden, ['email', emailOf(person)], ['password', PASSWORD]]);
  const headers = {
    origin: `http://localhost:${port}`,
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    'content-length': Buffer.byteLength(body),
  };
  const options = { host: 'localhost', port, path: '/login', method: 'POST', headers, agent };
  return new Promise((resolve, reject) => {
    const request = http.request(options, (response) => {
      response.resume();
      const given = String(response.headers['set-cookie'] ?? '').includes('gatehouse=');
      response.once('end', () =>
        given && response.statusCode === 303
          ? resolve()
          : reject(new Error(`Person ${person} was answered ${response.statusCode}.`)),
      );
    });
    request.once('error', reject);
    request.end(body);
  });
}

async function run({ port, from, connections, seconds }: SignIns): Promise<SignedIn> {
  const hidden = await hiddenFields(port);
  const times: number[] = [];
  const began = ticks();
  const end = began + seconds * 1000;
  let next = from;
  const one = async () => {
    while (ticks() < end) {
      const asked = ticks();
      await signIn(port, hidden, next++);
      times.push(ticks() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const perSecond = times.length / ((ticks() - began) / 1000);
  return { perSecond, p50: percentile(times, 0.5), p95: percentile(times, 0.95), next };
}

answerQuestions(run);
