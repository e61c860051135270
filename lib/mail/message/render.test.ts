import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { MAIL_TEMPLATES, carriesLink, type MailTemplate } from '../templates';
import { SECURITY_EVENTS, type Facts } from './facts';
import { renderMail } from './render';

const URL = 'https://gate.example.org/first_login?token=abc';
const facts = (changes: Partial<Facts> = {}): Facts => ({
  firstName: 'Ann',
  company: 'Example Ltd',
  origin: 'https://gate.example.org',
  at: '21 November 2026 at 14:05 (UTC)',
  reason: 'Lost phone',
  event: 'password-changed',
  link: { url: URL, validFor: '1 hour', until: '21 November 2026 at 15:05 (UTC)' },
  ...changes,
});

describe.each(MAIL_TEMPLATES)('%s', (template: MailTemplate) => {
  it('has a subject, and says the same in HTML and text', async () => {
    const { subject, html, text } = await renderMail(template, facts());
    expect(subject).toMatch(/^\S.{5,70}$/);
    expect(html).toMatch(/^<!DOCTYPE html/);
    expect(html).toContain('Hello Ann,');
    expect(text).toContain('Hello Ann,');
    expect(html.includes(URL)).toBe(carriesLink(template));
    expect(text.includes(URL)).toBe(carriesLink(template));
    if (carriesLink(template)) expect(text).toContain('1 hour');
  });

  it('loads nothing from afar', async () => {
    const { html } = await renderMail(template, facts());
    expect(html).not.toMatch(/<(img|script|iframe|link|form)\b|url\(|@import|src=/i);
  });

  it('security 47: values are text and nothing else', async () => {
    const evil = `<b onclick="x">"'&amp;</b><img src=x>`;
    const { html } = await renderMail(
      template,
      facts({ firstName: evil, company: evil, reason: evil }),
    );
    expect(html).not.toContain('<b onclick');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;&quot;&#x27;&amp;amp;');
  });

  it('security 46: a line break in a name makes no header', async () => {
    const { subject } = await renderMail(template, facts({ company: 'X\r\nBcc: b@example.org' }));
    expect(subject).not.toMatch(/[\r\n]/);
    const mail = await PostalMime.parse(`Subject: ${subject}\r\n\r\n`);
    expect(mail.bcc).toBeUndefined();
  });
});

describe('a security notice', () => {
  it.each(SECURITY_EVENTS)('of %s says what happened and when', async (event) => {
    const { subject, html, text } = await renderMail('security-notice', facts({ event }));
    expect(html).toContain(subject);
    expect(text).toContain('21 November 2026 at 14:05 (UTC)');
    expect(text).toContain('https://gate.example.org/password_reset');
  });

  it('without an event is not written', async () => {
    await expect(renderMail('security-notice', facts({ event: undefined }))).rejects.toThrow();
  });
});

it('a reset asked for by anybody names neither company nor administrator', async () => {
  const { html, text } = await renderMail('password-reset', facts({ company: null }));
  expect(html + text).not.toMatch(/administrator|Example Ltd/);
});
