import { problem } from './problem';

/** No form of ours is larger; server actions have the same limit in next.config.ts. */
const LARGEST_BODY = 128 * 1024;

const tooLarge = () => problem(413, 'This is larger than any form here.');

/** The body, read no further than the limit; undefined when there is more, whatever it announced. */
async function read(body: ReadableStream<Uint8Array> | null): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not cancelled: the stream has another reader, for whom the cancelling would wait.
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A called action's arguments in React's wire format: the form's state, the form, no other reference. */
function isCall(root: unknown): boolean {
  if (typeof root !== 'string') return false;
  const references: unknown[] = [];
  const given: unknown = JSON.parse(root, (_, value: unknown) => {
    if (typeof value === 'string' && /^\$(?!\$|undefined$)/.test(value)) references.push(value);
    return value;
  });
  const own: unknown = Array.isArray(given) && given.length === 2 ? given[1] : undefined;
  return references.length === 1 && references[0] === own && /^\$K[\da-f]+$/.test(String(own));
}

const formIn = (body: Buffer, type: string): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();

/** Is this a form of ours, posted by the browser itself or by a script of ours? */
async function isForm(body: Buffer, type: string, called: boolean): Promise<boolean> {
  const form = await formIn(body, type);
  return called ? isCall(form.get('0')) : [...form.keys()].some((name) => /^\$ACTION_/.test(name));
}

/** Can a handler read this as what it says it is? */
async function isData(body: Buffer, type: string): Promise<boolean> {
  if (/multipart/i.test(type)) return (await formIn(body, type)) instanceof FormData;
  if (!/json/i.test(type)) return true;
  const value: unknown = JSON.parse(body.toString());
  return typeof value === 'object' && value !== null;
}

function refusedUnread(request: Request, page: boolean, type: string): Response | undefined {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return tooLarge();
  if (!page) return undefined;
  if (request.method !== 'POST') return problem(405, 'Pages are read, and forms are posted.');
  const form = /^multipart\/form-data\s*;/i.test(type);
  return form ? undefined : problem(415, 'This is no form of ours.');
}

/**
 * Refuses a body that no form of ours sends: too large, of another type, broken. Inside, before any
 * code of ours runs, the framework would answer these as faults of its own.
 */
export async function refusedBody(request: Request, page: boolean): Promise<Response | undefined> {
  const type = request.headers.get('content-type') ?? '';
  const refused = refusedUnread(request, page, type);
  if (refused) return refused;
  const body = await read(request.body);
  if (!body) return tooLarge();
  const called = request.headers.has('next-action');
  const fine = page ? isForm(body, type, called) : isData(body, type);
  const broken = () => problem(400, 'What was sent is broken, or no form of ours.');
  return fine.then((ours) => (ours ? undefined : broken()), broken);
}
