import { problem } from './problem';

/** No form of ours has more in it, beside a photo. */
const LARGEST_BODY = 128 * 1024;

/** Who asks: nobody let in, somebody let in, or one of those who may import. */
export type Uploads = 'none' | 'photo' | 'import';

/** Forms with a file: a photo of 2 MB, a file of people of 20 MB, and what stands around them. */
const WITH_FILE = [
  {
    path: /^\/(complete-profile|personal-cabinet|admin\/users\/[^/]+)\/?$/,
    limit: 2.5 * 1024 * 1024,
    by: ['photo', 'import'],
  },
  // Server actions have this limit in next.config.ts, and so has what the front door may read.
  { path: /^\/admin\/users\/import\/?$/, limit: 20.5 * 1024 * 1024, by: ['import'] },
] satisfies { path: RegExp; limit: number; by: Uploads[] }[];

const limitAt = (path: string, uploads: Uploads) =>
  Math.max(
    LARGEST_BODY,
    ...WITH_FILE.filter(
      (form) => form.path.test(path) && form.by.some((who) => who === uploads),
    ).map(({ limit }) => limit),
  );

const tooLarge = () => problem(413, 'This is larger than any form here.');

/** The body, read no further than the limit; undefined when there is more, whatever it announced. */
async function read(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not cancelled: the stream has another reader, for whom the cancelling would wait.
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
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
const isForm = (form: FormData, called: boolean): boolean =>
  called ? isCall(form.get('0')) : [...form.keys()].some((name) => /^\$ACTION_/.test(name));

const bytesOfFiles = (form: FormData): number =>
  [...form.values()].reduce((sum, value) => sum + (typeof value === 'string' ? 0 : value.size), 0);

/** Can a handler read this as what it says it is? */
async function isData(body: Buffer, type: string): Promise<boolean> {
  if (/multipart/i.test(type)) return (await formIn(body, type)) instanceof FormData;
  if (!/json/i.test(type)) return true;
  const value: unknown = JSON.parse(body.toString());
  return typeof value === 'object' && value !== null;
}

function refusedUnread(request: Request, page: boolean, type: string, limit: number) {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge();
  if (!page) return undefined;
  if (request.method !== 'POST') return problem(405, 'Pages are read, and forms are posted.');
  const form = /^multipart\/form-data\s*;/i.test(type);
  return form ? undefined : problem(415, 'This is no form of ours.');
}

async function refusedForm(body: Buffer, type: string, called: boolean) {
  const form = await formIn(body, type);
  if (body.length - bytesOfFiles(form) > LARGEST_BODY) return tooLarge();
  return isForm(form, called) ? undefined : broken();
}

const broken = () => problem(400, 'What was sent is broken, or no form of ours.');

/**
 * Refuses a body that no form of ours sends: too large, of another type, broken. `uploads`: what
 * the form of whoever sends it may hold. Inside, before any code of ours runs, the framework would
 * answer these as faults of its own.
 */
export async function refusedBody(
  request: Request,
  page: boolean,
  uploads: Uploads,
): Promise<Response | undefined> {
  const type = request.headers.get('content-type') ?? '';
  const limit = page ? limitAt(new URL(request.url).pathname, uploads) : LARGEST_BODY;
  const refused = refusedUnread(request, page, type, limit);
  if (refused) return refused;
  const body = await read(request.body, limit);
  if (!body) return tooLarge();
  try {
    if (page) return await refusedForm(body, type, request.headers.has('next-action'));
    return (await isData(body, type)) ? undefined : broken();
  } catch {
    return broken();
  }
}
