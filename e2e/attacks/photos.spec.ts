import { expect } from '@playwright/test';
import { makePerson, makeSession } from '@/tests/people';
import { fromPhone, picture } from '@/tests/pictures';
import { sql } from '@/tests/sql';
import { ask } from '../fixtures/ask';
import { builtAction } from './support/build';
import { called, posted, question, submit, WAYS } from './support/call';
import { outcomeOf } from './support/outcome';
import { test, type House } from './support/test';

const CHANGE = 'personal-cabinet/actions.ts#changePhotoAction';

const blob = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);

const photoOf = async (userId: string) =>
  (
    await sql<{ content: Buffer }>('SELECT content FROM user_photos WHERE user_id = $1', [userId])
  )[0]?.content;

async function uploader() {
  const person = await makePerson();
  return { person, token: (await makeSession(person.id)).token };
}

const upload = (house: House, token: string, photo: Buffer, way = WAYS[0]) =>
  submit(house, token, builtAction(house.root, CHANGE), { photo: blob(photo) }, { way });

test('security 40 and 41: a photo is made anew, and served as nothing else', async ({
  house,
  knock,
}) => {
  const { person, token } = await uploader();
  for (const way of WAYS) {
    await sql('DELETE FROM user_photos WHERE user_id = $1', [person.id]);
    await upload(house, token, await fromPhone(), way);
    const kept = await photoOf(person.id);
    expect(kept?.subarray(8, 12).toString(), way).toBe('WEBP');
    expect(kept?.includes('canary'), 'what the phone wrote beside it').toBe(false);
  }
  const { status, headers } = await knock(token, `/api/photos/${person.id}`);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(headers['content-security-policy']).toContain("object-src 'none'");
});

test('security 41: the optimiser of the framework serves no photo', async ({ house, knock }) => {
  const { person, token } = await uploader();
  await upload(house, token, await picture('png'));
  for (const asker of [token, null]) {
    const at = `/_next/image?url=${encodeURIComponent(`/api/photos/${person.id}`)}&w=256&q=75`;
    const { headers, status } = await knock(asker, at);
    expect.soft(status).toBeGreaterThanOrEqual(300);
    expect.soft(String(headers['content-type'])).not.toContain('image/');
  }
});

test('security 42: larger than a photo may be is refused, whatever it announces', async ({
  house,
}) => {
  const { person, token } = await uploader();
  const large = await upload(house, token, Buffer.alloc(2.2 * 1024 * 1024));
  expect(outcomeOf(large)).toBe('invalid');
  expect(large.text).toContain('larger than 2 MB');
  const action = builtAction(house.root, CHANGE);
  const fields = { photo: blob(Buffer.alloc(3 * 1024 * 1024)) };
  for (const way of WAYS) {
    const body = way === 'called' ? called(fields) : posted(action, fields);
    for (const more of [{}, { 'transfer-encoding': 'chunked' }]) {
      const asked = question(action, way, body);
      const headers = { ...asked.headers, ...more };
      const { status } = await ask(token, '/personal-cabinet', {
        ...asked,
        base: house.base,
        headers,
      });
      expect.soft(status, `${way} ${JSON.stringify(more)}`).toBe(413);
    }
  }
  expect(await photoOf(person.id)).toBeUndefined();
});

test('security 42: only forms with a photo may be that large', async ({ house }) => {
  const { token } = await uploader();
  const body = called({ photo: blob(Buffer.alloc(200 * 1024)) });
  const action = builtAction(house.root, CHANGE);
  for (const page of [
    '/login',
    '/password_reset',
    '/update_profile',
    '/set-up-2fa',
    '/admin/mail',
    '/admin/users',
  ]) {
    const { status } = await ask(token, page, {
      ...question(action, 'called', body),
      base: house.base,
    });
    expect.soft(status, page).toBe(413);
  }
});

test('security 42: a photo that is cut off, or none, changes nothing', async ({ house }) => {
  const { person, token } = await uploader();
  const jpeg = await picture('jpeg', 900, 900);
  const none: Record<string, Buffer> = {
    'half a JPEG': jpeg.subarray(0, jpeg.length / 2),
    'nothing but the head': jpeg.subarray(0, 600),
    'an empty file': Buffer.alloc(0),
    text: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'a GIF': await picture('gif'),
    'too small': await picture('png', 199, 400),
  };
  for (const [what, bytes] of Object.entries(none)) {
    const answer = await upload(house, token, bytes);
    expect.soft(outcomeOf(answer), what).toBe('invalid');
    await upload(house, token, bytes, 'posted');
  }
  // The body itself ends in the middle of the picture.
  const action = builtAction(house.root, CHANGE);
  for (const way of WAYS) {
    const fields = { photo: blob(jpeg) };
    const whole = new Response(way === 'called' ? called(fields) : posted(action, fields));
    const type = whole.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await whole.arrayBuffer());
    const asked = question(action, way, bytes.subarray(0, bytes.length - 2000));
    const headers = { ...asked.headers, 'content-type': type };
    const { status } = await ask(token, '/personal-cabinet', {
      ...asked,
      base: house.base,
      headers,
    });
    expect.soft(status, way).toBe(400);
  }
  expect(await photoOf(person.id)).toBeUndefined();
});
