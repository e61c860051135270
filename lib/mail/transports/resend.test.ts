import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf, notify } from '@/tests/mails';
import { makePerson } from '@/tests/people';
import type { Transport } from '../delivery';
import { sendMail } from '../send';
import { openTransport } from '../transport';

// A server of this machine that speaks Resend's HTTP API: what it was asked, and what it answers.

type Asked = { path?: string | undefined; key?: string | undefined; auth?: string | undefined } & {
  mail: Record<string, unknown>;
};
type Answer = [status: number, name: string, headers?: Record<string, string>] | 'lost';

const asked: Asked[] = [];
const sent = new Map<string, unknown>();
let answers: Answer[] = [];

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const mail = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const { authorization: auth, 'idempotency-key': key } = request.headers;
    asked.push({ path: request.url, key: String(key), auth, mail });
    const answer = answers.shift();
    if (answer && answer !== 'lost') {
      const [statusCode, name, headers] = answer;
      response.writeHead(statusCode, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify({ statusCode, name, message: 'Because.' }));
      return;
    }
    sent.set(String(key), mail);
    if (answer === 'lost') return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' }));
  });
});

let transport: Transport;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.RESEND_API_KEY = 're_canary';
  process.env.RESEND_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'; // Resend comes first
  transport = openTransport();
});
afterEach(() => {
  answers = [];
  asked.length = 0;
  sent.clear();
});
afterAll(() => void server.close());

async function queued() {
  const person = await makePerson();
  await notify([person.id]);
  const { id } = (await mailsOf(person.id))[0]!;
  const send = () => sendMail(id, { transport, linkUrl: () => 'http://localhost', last: false });
  return { person, id, send, row: async () => (await mailsOf(person.id))[0]! };
}

describe('a mail through Resend', () => {
  it('is handed over with key, one recipient, and its own id against doubles', async () => {
    const { person, id, send, row } = await queued();
    expect(await send()).toBe('sent');
    expect(asked).toMatchObject([
      {
        path: '/emails',
        key: id,
        auth: 'Bearer re_canary',
        mail: { from: 'Gatehouse <no-reply@localhost>', to: [person.email] },
      },
    ]);
    expect(asked[0]?.mail.text).toContain('Hello Ann,');
    expect(asked[0]?.mail.html).toContain('Hello Ann,');
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  it('that is wrong in itself (422) is given up at once', async () => {
    answers = [[422, 'validation_error']];
    const { send, row } = await queued();
    expect(await send()).toBe('failed');
    expect(await row()).toMatchObject({ state: 'failed', last_error: '422 Because.' });
  });

  it.each([
    [401, 'invalid_api_key'],
    [403, 'validation_error'],
    [422, 'invalid_from_address'],
    [429, 'daily_quota_exceeded'],
  ])('waits when the account is at fault (%i %s)', async (status, name) => {
    answers = [[status, name]];
    const { send, row } = await queued();
    await expect(send()).rejects.toThrow(`${status} Because.`);
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('keeps the pace that is asked for (429)', async () => {
    const slower: Answer = [429, 'rate_limit_exceeded', { 'retry-after': '1' }];
    answers = [slower, slower];
    const { send } = await queued();
    const started = performance.now();
    expect(await send()).toBe('sent');
    expect(asked).toHaveLength(3);
    expect(performance.now() - started).toBeGreaterThan(1900);
  });

  it('waits when Resend has a fault of its own (500)', async () => {
    answers = [[500, 'internal_server_error']];
    const { send, row } = await queued();
    await expect(send()).rejects.toThrow('The mail server cannot be reached');
    expect(await row()).toMatchObject({ state: 'queued' });
  });

  it('whose answer was lost is asked for again under the same key, unchanged', async () => {
    answers = ['lost'];
    const { id, send, row } = await queued();
    await expect(send()).rejects.toThrow('The mail server cannot be reached');
    const first = sent.get(id);
    expect(await send()).toBe('sent');
    expect(asked.map(({ key }) => key)).toEqual([id, id]);
    expect([...sent]).toEqual([[id, first]]); // Resend sends once what comes twice alike
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
  });
});
