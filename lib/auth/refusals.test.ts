import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/core/errors';
import { conflict, invalid } from '@/lib/core/errors';
import { explain } from './failure';
import { isOwnOrigin } from './origin';
import { problem, problemOf, stopped } from './problem';

describe('security 55: our own origin', () => {
  it('is the one of the settings', () => {
    expect(isOwnOrigin('http://localhost:3000')).toBe(true);
  });

  it.each([
    null,
    '',
    'null',
    'http://localhost',
    'http://localhost:3001',
    'https://localhost:3000',
    'http://localhost:3000/',
    'http://localhost:3000.evil.example',
    'http://localhost:3000@evil.example',
    'HTTP://LOCALHOST:3000',
    'http://localhost:3000, http://evil.example',
  ])('is not %j', (origin) => {
    expect(isOwnOrigin(origin)).toBe(false);
  });
});

async function refusedConnection(): Promise<unknown> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const client = new pg.Client(`postgresql://u:canary@127.0.0.1:${port}/x`);
  return client.connect().catch((error: unknown) => error);
}

describe('whatever was thrown', () => {
  it('is said when it was meant to be', () => {
    const error = conflict('Changed meanwhile.');
    expect(explain(error, 'request-1')).toBe(error);
  });

  it('is "unavailable" when the database is out of reach, and tells no more', async () => {
    const said = explain(await refusedConnection(), 'request-1');
    expect(said).toMatchObject({ code: 'unavailable' });
    expect((said as AppError).message).not.toMatch(/canary|127\.0\.0\.1|ECONN/);
  });

  it.each([new TypeError('canary'), 'canary', undefined, { message: 'canary' }])(
    'is an id and nothing else when nobody expected it: %j',
    (thrown) => {
      expect(explain(thrown, 'request-1')).toEqual({
        unknown: 'Something went wrong on our side. Reference: request-1',
      });
    },
  );
});

describe('a refusal as data', () => {
  it('is a problem (RFC 9457) that nobody stores', async () => {
    const response = problem(403, 'No.');
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ status: 403, detail: 'No.' });
  });

  it('names the fields', async () => {
    const response = problemOf(invalid({ name: 'Required.' }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid', fields: { name: 'Required.' } });
  });

  it.each([
    [{ kind: 'sign-in', reason: 'locked' }, 401, { reason: 'locked' }],
    [{ kind: 'sign-in', reason: null }, 401, { reason: null }],
    [{ kind: 'step', step: 'change-password' }, 403, { step: 'change-password' }],
    [{ kind: 'not-owed' }, 403, {}],
    [{ kind: 'staff-only' }, 403, {}],
  ] as const)('of the gate: %j is %i', async (stop, status, why) => {
    const response = stopped(stop);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, ...why });
  });
});
