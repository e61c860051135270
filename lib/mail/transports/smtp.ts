import 'server-only';
import nodemailer from 'nodemailer';
import { SECOND } from '@/lib/core/clock';
import { DeliveryError, type Letter, type Transport } from '../delivery';
import { compose } from './compose';

const LIMITS = {
  dnsTimeout: 10 * SECOND,
  connectionTimeout: 10 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 20 * SECOND,
};

/** Mail through an SMTP server (SMTP_URL), a few connections kept open. */
export function smtp(url: string): Transport {
  // No tries of its own: what is tried again is decided by the outbox, where it is written down.
  const pool = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 5,
    maxRequeues: 0,
    ...LIMITS,
  });
  return {
    deliver: async (letter: Letter, signal: AbortSignal) => {
      try {
        await pool.sendMail({ ...compose(letter), signal });
      } catch (error) {
        throw reasonOf(error);
      }
    },
    close: () => pool.close(),
  };
}

type SmtpError = Error & {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
};

const UNREACHABLE = /^E(CONN|SOCKET|TIMEDOUT|DNS|TLS|ABORT|HOST|NET|PIPE|PROXY)/;

/** A refusal of the recipient is for good (RFC 5321, 4.2.1); the server's other trouble may pass. */
function reasonOf(error: unknown): DeliveryError {
  const { code = '', command, response, responseCode = 0, message } = error as SmtpError;
  if (responseCode >= 500 && command === 'RCPT TO') {
    return new DeliveryError('never', response ?? message);
  }
  const unreachable = responseCode === 0 && UNREACHABLE.test(code);
  return new DeliveryError(unreachable ? 'unreachable' : 'later', response ?? message);
}
