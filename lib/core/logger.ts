import pino from 'pino';
import { env } from './env';

let instance: pino.Logger | undefined;

/** Structured log on stdout, one JSON object a line (so CR and LF in values stay inert). */
export function logger(): pino.Logger {
  return (instance ??= pino({
    level: env().LOG_LEVEL,
    redact: { paths: ['*.password', '*.token', '*.hash', '*.secret', '*.cookie'], censor: '…' },
  }));
}
