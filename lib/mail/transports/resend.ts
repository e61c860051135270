import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { Resend, type ErrorResponse } from 'resend';
import { SECOND } from '@/lib/core/clock';
import { DeliveryError, type Letter, type Transport } from '../delivery';

/** Mail through Resend's HTTP API (RESEND_API_KEY). */
export function resend(key: string, baseUrl?: string): Transport {
  const client = new Resend(key, baseUrl ? { baseUrl } : {});
  return {
    deliver: async (letter, signal) => {
      for (;;) {
        const { error, headers } = await post(client, letter, signal);
        if (!error) return;
        if (error.name !== 'rate_limit_exceeded') throw reasonOf(error);
        // So many a second: waiting here keeps the pace, where failing would only crowd the next try.
        await pause(Number(headers?.['retry-after']) || 1, signal);
      }
    },
    close: () => undefined,
  };
}

const post = (client: Resend, letter: Letter, signal: AbortSignal) => {
  const { id, from, to, subject, html, text } = letter;
  const headers = { 'Auto-Submitted': 'auto-generated' };
  // Asked twice with one key, it sends once: a lost answer is no second mail.
  return client.emails.send(
    { from, to: [to], subject, html, text, headers },
    { idempotencyKey: id, signal },
  );
};

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(seconds * SECOND, undefined, { signal });
  } catch {
    throw new DeliveryError('later', '429 Too many mails at once');
  }
}

/** What is wrong with the mail itself is so for good; with key, sender or server it may pass. */
function reasonOf({ statusCode, name, message }: ErrorResponse): DeliveryError {
  if (statusCode === null || statusCode >= 500) return new DeliveryError('unreachable', message);
  const never = statusCode === 422 && name !== 'invalid_from_address';
  return new DeliveryError(never ? 'never' : 'later', `${statusCode} ${message}`);
}
