import 'server-only';
import fs from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { logger } from '@/lib/core/logger';
import type { Letter, Transport } from '../delivery';
import { compose } from './compose';

/** Where there is no mail server: each mail as .eml and .html in a folder, and told in the log. */
export function files(folder: string): Transport {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    deliver: async (letter: Letter) => {
      const { id, to, subject, html, link } = letter;
      const { message } = await composer.sendMail(compose(letter));
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const write = (ending: string, content: string | Buffer) =>
        fs.writeFile(path.join(folder, id + ending), content, { mode: 0o600 });
      await write('.eml', message as Buffer);
      await write('.html', html);
      // The one place where a link is told beside its mail: nobody else would bring it (spec §16).
      logger().info({ to, subject, link }, 'mail written to a file');
    },
    close: () => undefined,
  };
}
