import type { SendMailOptions } from 'nodemailer';
import type { Letter } from '../delivery';

/**
 * A letter for nodemailer. The recipient is an address, never a list to be parsed (security 46); the
 * Message-ID is the mail's own, so that a second copy is known as one.
 */
export const compose = ({ id, from, to, subject, html, text }: Letter): SendMailOptions => ({
  from,
  to: { name: '', address: to },
  subject,
  html,
  text,
  messageId: `<${id}@${domainOf(from)}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  xMailer: false,
  disableFileAccess: true,
  disableUrlAccess: true,
});

const domainOf = (from: string) => from.replace(/^.*@/, '').replace('>', '');
