import 'server-only';
import { createHmac } from 'node:crypto';
import { sameSecret } from '@/lib/core/crypto';
import { env } from '@/lib/core/env';
import type { LinkPurpose } from '@/lib/generated/prisma/enums';

// The token of a link: its id, and 256 bits that only somebody with the application's secret can
// compute. The database so holds nothing that opens anything, hashed or not, and thousands of links
// are written in one statement (security 23).

const PATH: Record<LinkPurpose, string> = {
  password_reset: '/password_reset',
  first_login: '/first_login',
};

const signature = (purpose: LinkPurpose, id: string) =>
  createHmac('sha256', env().APP_SECRET)
    .update(`gatehouse link v1\n${purpose}\n${id}`)
    .digest('base64url');

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const ID_LENGTH = 22; // 16 bytes in base64url

/** The token of a link, for its mail alone. */
export const linkToken = (purpose: LinkPurpose, id: string): string =>
  bytesOf(id).toString('base64url') + signature(purpose, id);

/** The id of the link whose token this is, or undefined when it is none of this purpose. */
export function readLinkToken(purpose: LinkPurpose, token: string): string | undefined {
  const id = idOf(Buffer.from(token.slice(0, ID_LENGTH), 'base64url'));
  return sameSecret(token, linkToken(purpose, id)) ? id : undefined;
}

/** The whole address, under the configured origin whatever the request said (security 25). */
export const linkUrl = (purpose: LinkPurpose, id: string): string =>
  `${env().APP_URL}${PATH[purpose]}?token=${linkToken(purpose, id)}`;
