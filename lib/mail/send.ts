import 'server-only';
import { SECOND } from '@/lib/core/clock';
import { emailInput } from '@/lib/core/input';
import { logger } from '@/lib/core/logger';
import type { LinkPurpose } from '@/lib/generated/prisma/enums';
import { DeliveryError, type Letter, type Transport } from './delivery';
import { factsOf } from './message/facts-of';
import { tellable } from './reason';
import { carriesLink, isMailTemplate } from './templates';
import { sender } from './transport';
import { drop, findWaiting, noteAttempt, type WaitingMail } from './waiting';

/** An attempt takes no longer; lib/worker/recover.ts counts on it. */
const DELIVERY_LIMIT = 25 * SECOND;

/** The beginning of last_error while no mail server answers. */
export const UNREACHABLE = 'The mail server cannot be reached';

type Way = {
  transport: Transport;
  /** The whole address of a link, token included: made when the mail is sent, kept nowhere. */
  linkUrl: (purpose: LinkPurpose, id: string) => string;
  /** Is this the last attempt? */
  last: boolean;
};

type SendOutcome = 'sent' | 'failed' | 'dropped' | 'skipped';

/**
 * Sends a mail of the outbox, if it still waits, and notes what came of it (spec §16). Drops it when
 * its link opens nothing any more. Throws when it is to be tried again.
 */
export async function sendMail(id: string, way: Way): Promise<SendOutcome> {
  const mail = await findWaiting(id);
  if (!mail) return 'skipped';
  if (isMailTemplate(mail.template) && carriesLink(mail.template) && !mail.linkId) {
    await drop(id);
    return 'dropped';
  }
  try {
    const letter = await write(mail, way);
    await way.transport.deliver(letter, AbortSignal.timeout(DELIVERY_LIMIT));
  } catch (error) {
    return fail(mail, error, way.last);
  }
  await noteAttempt(id, 'sent', null);
  return 'sent';
}

async function write(mail: WaitingMail, { linkUrl }: Way): Promise<Letter> {
  const { id, template, to } = mail;
  if (!isOneRecipient(to)) {
    throw new DeliveryError('never', 'This is not the address of one recipient.');
  }
  if (!isMailTemplate(template)) throw new DeliveryError('never', 'There is no such mail.');
  const link = mail.linkId && mail.purpose ? linkUrl(mail.purpose, mail.linkId) : undefined;
  // React Email is large; a process that sends nothing does without it.
  const { renderMail } = await import('./message/render');
  try {
    const message = await renderMail(template, factsOf(mail, link));
    return { ...message, id, to, from: sender(), ...(link && { link }) };
  } catch (error) {
    logger().error({ mail: id, error: String(error) }, 'a mail cannot be written');
    throw new DeliveryError('never', 'It cannot be written: what it is to say is incomplete.');
  }
}

/** One plain address, exactly as one is stored: no list, no name, no line break (security 46). */
function isOneRecipient(address: string): boolean {
  const parsed = emailInput.safeParse(address);
  return parsed.success && parsed.data === address;
}

async function fail(mail: WaitingMail, error: unknown, last: boolean): Promise<'failed'> {
  const { message } = error as Error;
  const prospect = error instanceof DeliveryError ? error.prospect : 'later';
  const reason = tellable(
    prospect === 'unreachable' ? `${UNREACHABLE}: ${message}` : message,
    mail.to,
  );
  const over = last || prospect === 'never';
  await noteAttempt(mail.id, over ? 'failed' : 'queued', reason);
  if (!over) throw new Error(reason);
  return 'failed';
}
