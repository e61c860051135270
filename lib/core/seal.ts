import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { env } from './env';

// keyId.iv.tag.ciphertext, each base64url but the id.
const encode = (bytes: Buffer) => bytes.toString('base64url');
const decode = (text: string) => Buffer.from(text, 'base64url');

/** The id of the key that seals now: the first of ENCRYPTION_KEYS. */
export function currentKeyId(): string {
  const [current] = env().ENCRYPTION_KEYS;
  if (!current) throw new Error('ENCRYPTION_KEYS holds no key');
  return current.id;
}

/**
 * Encrypts a secret for the database: AES-256-GCM under the current key. `owner` names what it
 * belongs to and is bound to it: in the row of another it does not open (security 59).
 */
export function seal(secret: string, owner: string): string {
  const id = currentKeyId();
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(id), iv);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [id, encode(iv), encode(cipher.getAuthTag()), encode(sealed)].join('.');
}

/** The secret of `owner`. Throws when it is not theirs, was altered, or its key is gone. */
export function unseal(sealed: string, owner: string): string {
  const [id = '', iv = '', tag = '', text = ''] = sealed.split('.');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(id), decode(iv), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(decode(tag));
  return Buffer.concat([decipher.update(decode(text)), decipher.final()]).toString('utf8');
}

function keyOf(id: string): Buffer {
  const found = env().ENCRYPTION_KEYS.find((known) => known.id === id);
  if (!found) throw new Error(`ENCRYPTION_KEYS has no key "${id}"`);
  return found.key;
}
