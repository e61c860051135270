import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Inbox } from '@/tests/inbox';
import { mailsOf, notify } from '@/tests/mails';
import { makePerson } from '@/tests/people';

const SECRET = 'a secret for the timer';

let inbox: Inbox;

beforeAll(async () => {
  inbox = await Inbox.open();
  process.env.SMTP_URL = inbox.url;
});
afterAll(() => inbox.stop());
beforeEach(() => vi.resetModules());

async function ask(authorization?: string): Promise<Response> {
  const { GET } = await import('./route');
  const headers = new Headers(
    authorization === undefined ? [] : [['authorization', authorization]],
  );
  const request = new Request('http://localhost:3000/api/cron/drain', { headers });
  return GET(request, { params: Promise.resolve({}) });
}

async function queued() {
  const person = await makePerson();
  await notify([person.id]);
  return async () => (await mailsOf(person.id))[0]!.state;
}

describe('/api/cron/drain', () => {
  it('is not there without CRON_SECRET', async () => {
    const state = await queued();
    for (const authorization of [undefined, 'Bearer ', 'Bearer undefined', `Bearer ${SECRET}`]) {
      expect((await ask(authorization)).status).toBe(404);
    }
    expect(await state()).toBe('queued');
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', `bearer ${SECRET}`, SECRET, `Bearer ${SECRET}x`])(
    'refuses %j and does nothing',
    async (authorization) => {
      process.env.CRON_SECRET = SECRET;
      const state = await queued();
      const answer = await ask(authorization);
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain(SECRET);
      expect(await state()).toBe('queued');
    },
  );

  it('sends what is due for the timer', async () => {
    process.env.CRON_SECRET = SECRET;
    const state = await queued();
    const answer = await ask(`Bearer ${SECRET}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ sent: expect.any(Number) as number });
    expect(await state()).toBe('sent');
  });
});
