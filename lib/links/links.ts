import 'server-only';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/core/clock';
import { db, Prisma, type Transaction } from '@/lib/core/db';
import type { LinkPurpose } from '@/lib/generated/prisma/enums';
import { queueMails } from '@/lib/mail/outbox';
import type { MailTemplate } from '@/lib/mail/templates';
import { readLinkToken } from './token';

/** How long links count, in milliseconds (spec §3); an invitation waits for its reader. */
export const VALID_FOR = { reset: HOUR, firstLogin: 15 * MINUTE, invitation: 7 * DAY } as const;

/** What still opens something, over the alias `l` (access_links). */
const LIVE = Prisma.sql`(l.consumed_at IS NULL AND l.voided_at IS NULL AND l.expires_at > now())`;

/** Voids what may still open something for these people; the links of one purpose, or all. */
export const voidLinks = (people: Prisma.Sql, purpose?: LinkPurpose): Prisma.Sql => Prisma.sql`
  UPDATE access_links l SET voided_at = now()
  WHERE l.user_id IN (${people}) AND l.consumed_at IS NULL AND l.voided_at IS NULL
    ${purpose ? Prisma.sql`AND l.purpose = ${purpose}::link_purpose` : Prisma.empty}`;

export type LinkOrder = {
  purpose: LinkPurpose;
  template: MailTemplate;
  /** Milliseconds, of VALID_FOR. */
  validFor: number;
  /** The administrator who sends it; null: the person asked. */
  requestedById: string | null;
  /** SHA-256 of the device cookie of the browser that asked, when another one must prove more. */
  browserHash?: Uint8Array | null;
};

/**
 * Mails one new link to each of these people, whose rows of user_access the caller holds locked;
 * it voids their older ones of the purpose (spec §3). Returns how many.
 */
export async function sendLinks(
  tx: Transaction,
  people: Prisma.Sql,
  order: LinkOrder,
): Promise<number> {
  const { purpose, template, validFor, requestedById, browserHash = null } = order;
  await tx.$executeRaw(voidLinks(people, purpose));
  await tx.$executeRaw`
    INSERT INTO access_links
      (user_id, purpose, expires_at, valid_seconds, requested_by_id, browser_hash)
    SELECT u.id, ${purpose}::link_purpose, now() + make_interval(secs => ${validFor / SECOND}),
      ${validFor / SECOND}::int,
      ${requestedById}::uuid, ${browserHash}
    FROM users u WHERE u.id IN (${people})`;
  return queueMails(
    tx,
    template,
    Prisma.sql`
      SELECT u.id AS user_id, u.company_id, u.email AS to_address, l.id AS link_id,
        jsonb_build_object('firstName', u.first_name, 'company', c.name) AS props
      FROM access_links l
      JOIN users u ON u.id = l.user_id
      LEFT JOIN companies c ON c.id = u.company_id
      WHERE l.user_id IN (${people}) AND l.purpose = ${purpose}::link_purpose AND ${LIVE}`,
    // Who asked waits for it; a mass of invitations does not.
    { urgent: requestedById === null },
  );
}

/** The link an administrator sends somebody who has no way in yet, by its purpose. */
export const INVITATION = {
  first_login: {
    purpose: 'first_login',
    template: 'first-login-invitation',
    validFor: VALID_FOR.invitation,
  },
  password_reset: {
    purpose: 'password_reset',
    template: 'password-reset-invitation',
    validFor: VALID_FOR.reset,
  },
} as const satisfies Record<LinkPurpose, Partial<LinkOrder>>;

const ASKED_AN_HOUR = 3;

/**
 * Has this person asked for as many links as an hour allows, of whatever purpose (security 27)? The
 * caller holds their row of user_access, so that of many who ask at once no more pass.
 */
export async function askedEnough(tx: Transaction, userId: string): Promise<boolean> {
  const [asked] = await tx.$queryRaw<{ enough: boolean }[]>`
    SELECT count(*) >= ${ASKED_AN_HOUR}::int AS enough FROM access_links l
    WHERE l.user_id = ${userId}::uuid AND l.requested_by_id IS NULL
      AND l.created_at > now() - interval '1 hour'`;
  return asked?.enough ?? true;
}

/** A link that still opens something. */
export type LiveLink = {
  id: string;
  userId: string;
  /** Null: an administrator sent it, and every browser is another than the one that asked. */
  browserHash: Uint8Array | null;
};

/** The live link behind a token; undefined for any other. Reading changes nothing (security 24). */
export async function findLink(purpose: LinkPurpose, token: string): Promise<LiveLink | undefined> {
  const id = readLinkToken(purpose, token);
  if (!id) return undefined;
  const [link] = await db().$queryRaw<LiveLink[]>`
    SELECT l.id, l.user_id AS "userId", l.browser_hash AS "browserHash"
    FROM access_links l WHERE l.id = ${id}::uuid AND l.purpose = ${purpose}::link_purpose AND ${LIVE}`;
  return link;
}

/** Uses a link up, once whoever else tries at the same time (security 23); false: it is no more. */
export async function consumeLink(tx: Transaction, link: LiveLink): Promise<boolean> {
  const consumed = await tx.$executeRaw`
    UPDATE access_links l SET consumed_at = now(), opened_at = coalesce(l.opened_at, now())
    WHERE l.id = ${link.id}::uuid AND ${LIVE}`;
  return consumed === 1;
}

/** Notes that somebody opened the link's page in a browser; scanners, which only read, do not. */
export async function noteOpened(purpose: LinkPurpose, token: string): Promise<void> {
  const id = readLinkToken(purpose, token);
  if (!id) return;
  await db().$executeRaw`
    UPDATE access_links l SET opened_at = now()
    WHERE l.id = ${id}::uuid AND l.purpose = ${purpose}::link_purpose
      AND l.opened_at IS NULL AND ${LIVE}`;
}
