import 'server-only';
import path from 'node:path';
import { env } from '@/lib/core/env';
import type { Transport } from './delivery';
import { files } from './transports/files';
import { resend } from './transports/resend';
import { smtp } from './transports/smtp';

/** The way mail goes, by the settings: Resend, an SMTP server, or files (spec §16). */
export function openTransport(): Transport {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, DATA_DIR } = env();
  if (RESEND_API_KEY) return resend(RESEND_API_KEY, RESEND_BASE_URL);
  return SMTP_URL ? smtp(SMTP_URL) : files(path.join(DATA_DIR, 'mail'));
}

/** Who mail comes from. */
export const sender = (): string =>
  env().MAIL_FROM ?? `Gatehouse <no-reply@${new URL(env().APP_URL).hostname}>`;
