import 'server-only';
import { render } from 'react-email';
import type { MailTemplate } from '../templates';
import type { Facts } from './facts';
import { footOf, Frame } from './frame';
import { wordsOf, type Words } from './words';

/** A mail ready to be sent to whomever. */
export type Message = { subject: string; html: string; text: string };

/** The mail as HTML and as plain text, values escaped (security 47). */
export async function renderMail(template: MailTemplate, facts: Facts): Promise<Message> {
  const words = wordsOf(template, facts);
  return {
    subject: words.subject.replace(/\s+/gu, ' '),
    html: await render(<Frame words={words} facts={facts} />),
    text: plain(words, facts),
  };
}

function plain(words: Words, facts: Facts): string {
  const step = facts.link && words.button ? [`${words.button}:\n${facts.link.url}`] : [];
  const parts = [`Hello ${facts.firstName},`, ...words.before, ...step, ...words.after];
  return `${[...parts, `-- \n${footOf(facts)}`].join('\n\n')}\n`;
}
