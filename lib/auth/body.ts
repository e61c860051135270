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
  const own = Array.isArray(given) && given.length === 2 ? given[1] : undefined;
  return references.length === 1 && references[0] === own && /^\$K[\da-f]+$/.test(String(own));
}

/** Is this a form of ours, posted by the browser itself or by a script of ours? */
async function isForm(body: Buffer, type: string, called: boolean): Promise<boolean> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData();
    return called
      ? isCall(form.get('0'))
      : [...form.keys()].some((name) => /^\$ACTION_/.test(name));
  } catch {
    return false;
  }
}

/**
 * Refuses a body that no form of ours sends: too large, of another type, broken. Inside, before any
 * code of ours runs, the framework would answer these as faults of its own.
 */
export async function refusedBody(request: Request, page: boolean): Promise<Response | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return tooLarge();
  if (page && request.method !== 'POST')
    return problem(405, 'Pages are read, and forms are posted.');
  if (page && !/^multipart\/form-data\s*;/i.test(type))
    return problem(415, 'This is no form of ours.');
  const body = await read(request.body);
  if (!body) return tooLarge();
  if (!page || (await isForm(body, type, request.headers.has('next-action')))) return undefined;
  return problem(400, 'This form is broken, or not ours.');
}
