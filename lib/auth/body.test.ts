import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { refusedBody } from './body';

// React itself writes the calls.
const { encodeReply } = createRequire(import.meta.url)(
  'next/dist/compiled/react-server-dom-webpack/client.node.js',
) as { encodeReply: (args: unknown[]) => Promise<FormData> };

type Fields = Record<string, string | File>;

function form(fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const KB = 1024;
const file = (size: number) => new File([new Uint8Array(size)], 'photo.png', { type: 'image/png' });
const called = (fields: Fields) => encodeReply([{ status: 'idle', values: {} }, form(fields)]);
const posted = async (fields: Fields) => form({ $ACTION_REF_1: '', ...fields });
const WAYS = { called, posted };

function requestOf(path: string, body: BodyInit, called: boolean, headers = {}) {
  return new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    body,
    headers: { ...(called && { 'next-action': 'x' }), ...headers },
  });
}

/** The status of the refusal, or nothing. */
async function sent(path: string, way: keyof typeof WAYS, fields: Fields) {
  const request = requestOf(path, await WAYS[way](fields), way === 'called');
  return (await refusedBody(request, true, 'photo'))?.status;
}

const PHOTO_FORMS = [
  '/complete-profile',
  '/personal-cabinet',
  '/personal-cabinet/',
  '/admin/users/new',
  '/admin/users/019aa000-0000-7000-8000-000000000000',
];
const OTHER_FORMS = [
  '/login',
  '/update_profile',
  '/admin/users',
  '/admin/users/x/y',
  '/admin/mail',
  '/personal-cabinetx',
  '/x/personal-cabinet',
];

describe.each(['called', 'posted'] as const)('security 42: a form %s', (way) => {
  it.each([...PHOTO_FORMS, ...OTHER_FORMS])('passes at %s with what forms have', async (path) => {
    expect(await sent(path, way, { name: 'Ann', photo: file(100 * KB) })).toBeUndefined();
    expect(await sent(path, way, { note: '$K2', more: '"$1"' })).toBeUndefined();
  });

  it.each(PHOTO_FORMS)('may have a photo of 2 MB at %s, and no more', async (path) => {
    expect(await sent(path, way, { name: 'Ann', photo: file(2048 * KB) })).toBeUndefined();
    expect(await sent(path, way, { name: 'Ann', photo: file(2560 * KB) })).toBe(413);
  });

  it.each(PHOTO_FORMS)('has no more text for it at %s', async (path) => {
    expect(await sent(path, way, { name: 'x'.repeat(127 * KB) })).toBeUndefined();
    expect(await sent(path, way, { name: 'x'.repeat(129 * KB) })).toBe(413);
    expect(await sent(path, way, { name: 'x'.repeat(129 * KB), photo: file(KB) })).toBe(413);
  });

  it.each(OTHER_FORMS)('is refused at %s with a photo in it', async (path) => {
    expect(await sent(path, way, { photo: file(128 * KB) })).toBe(413);
  });
});

describe('security 42: what is no whole form is never processed', () => {
  it.each([0.1, 0.5, 0.9, 0.999])('cut off at %d of it', async (part) => {
    for (const way of ['called', 'posted'] as const) {
      const whole = new Response(await WAYS[way]({ name: 'Ann', photo: file(500 * KB) }));
      const type = whole.headers.get('content-type') ?? '';
      const bytes = new Uint8Array(await whole.arrayBuffer());
      const request = requestOf(
        '/personal-cabinet',
        bytes.subarray(0, bytes.length * part),
        way === 'called',
        { 'content-type': type },
      );
      expect((await refusedBody(request, true, 'photo'))?.status).toBe(400);
    }
  });

  it('larger than it announces', async () => {
    const body = form({ $ACTION_REF_1: '', photo: file(3000 * KB) });
    const request = requestOf('/personal-cabinet', body, false, { 'content-length': '1000' });
    expect((await refusedBody(request, true, 'photo'))?.status).toBe(413);
  });

  it('a call that refers to anything but its form', async () => {
    for (const root of ['["$K1"]', '["$B2","$K1"]', '[{},"$B1"]', '[{"a":"$F1"},"$K1"]', '{']) {
      const body = form({ _1_photo: file(KB), '0': root });
      const request = requestOf('/personal-cabinet', body, true);
      expect((await refusedBody(request, true, 'photo'))?.status, root).toBe(400);
    }
  });
});

it('security 42: a handler takes no more than any form, wherever', async () => {
  const request = requestOf('/api/people', new Uint8Array(129 * KB), false);
  expect((await refusedBody(request, false, 'import'))?.status).toBe(413);
});

it('security 42: reads no photo of somebody who is not let in', async () => {
  const body = await posted({ photo: file(200 * KB) });
  const request = () => requestOf('/complete-profile', body, false);
  expect((await refusedBody(request(), true, 'none'))?.status).toBe(413);
  expect(await refusedBody(request(), true, 'photo')).toBeUndefined();
});

it('security 42: a file of people only from who may import, and no larger than one may be', async () => {
  const sentBy = async (uploads: 'none' | 'photo' | 'import', size: number) => {
    const body = await posted({ file: file(size) });
    const request = requestOf('/admin/users/import', body, false);
    return (await refusedBody(request, true, uploads))?.status;
  };
  expect(await sentBy('import', 20 * 1024 * KB)).toBeUndefined();
  expect(await sentBy('import', 21 * 1024 * KB)).toBe(413);
  expect(await sentBy('photo', 3 * 1024 * KB)).toBe(413);
  expect(await sentBy('none', 200 * KB)).toBe(413);
});
