import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dayInput, emailInput, lineInput, optional, tickInput } from './input';

describe('security 6: an e-mail is stored in one form', () => {
  it.each([
    ['ann@example.org', 'ann@example.org'],
    ['  Ann@Example.ORG \t', 'ann@example.org'],
    ['ａｎｎ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ann@example.org'],
    ['ＡＮＮ@example.org', 'ann@example.org'],
    ['\u212Aate@example.org', 'kate@example.org'],
    ['ﬁnn@example.org', 'finn@example.org'],
    ["o'neil+tag@sub.example.co.uk", "o'neil+tag@sub.example.co.uk"],
  ])('%j becomes %s', (given, expected) => {
    expect(emailInput.parse(given)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['empty', ''],
    ['no @', 'ann'],
    ['two @', 'ann@b@example.org'],
    ['a full-width @ more', 'ann＠b@example.org'],
    ['no domain', 'ann@'],
    ['no user', '@example.org'],
    ['a space', 'ann b@example.org'],
    ['two recipients', 'ann@example.org,bob@example.org'],
    ['two recipients, semicolon', 'ann@example.org;bob@example.org'],
    ['a name', 'Ann <ann@example.org>'],
    ['quotes', '"ann"@example.org'],
    ['CRLF', 'ann@example.org\r\nBcc: bob@example.org'],
    ['NUL', 'ann\0@example.org'],
    ['255 characters', `${'a'.repeat(64)}@${'b'.repeat(182)}.example`],
    ['an array', ['ann@example.org']],
    ['an object', { email: 'ann@example.org' }],
    ['a number', 1],
    ['null', null],
  ])('%s is refused', (_, given) => {
    expect(emailInput.safeParse(given).success).toBe(false);
  });
});

describe('a line of text', () => {
  const line = lineInput('The name', 10);
  it.each([
    ['Ann', 'Ann'],
    ['  Ann \t\r\n Lee ', 'Ann Lee'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['Ἀθηνᾶ 王', 'Ἀθηνᾶ 王'],
    ['=1+1', '=1+1'],
    ['0123456789', '0123456789'],
  ])('%j becomes %j', (given, expected) => {
    expect(line.parse(given)).toBe(expected);
  });

  it.each<[unknown, string]>([
    ['', 'The name is required.'],
    [' \t\n ', 'The name is required.'],
    ['01234567890', 'The name has at most 10 characters.'],
    ['a\0b', 'The name has characters that cannot be used.'],
    ['a\u001bb', 'The name has characters that cannot be used.'],
    ['a\u0085b', 'The name has characters that cannot be used.'],
  ])('%j is refused: %s', (given, message) => {
    expect(line.safeParse(given).error?.issues[0]?.message).toBe(message);
  });

  it.each([null, 1, ['a'], {}, undefined])('%j is no text', (given) => {
    expect(line.safeParse(given).success).toBe(false);
  });
});

describe('a day', () => {
  it.each(['2026-01-31', '2028-02-29', '1900-01-01', '2999-12-31'])('%s', (given) => {
    expect(dayInput.parse(given)).toBe(given);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '31.01.2026',
    '1899-12-31',
    '3000-01-01',
    'infinity',
    '',
    20260101,
  ])('%j is none', (given) => {
    expect(dayInput.safeParse(given).success).toBe(false);
  });
});

describe('a field that may be left out', () => {
  const field = optional(z.string().min(2));
  it.each<[unknown, string | null]>([
    ['', null],
    [undefined, null],
    ['ab', 'ab'],
  ])('%j becomes %j', (given, expected) => {
    expect(field.parse(given)).toBe(expected);
  });

  it('is checked when it is there', () => {
    expect(field.safeParse('a').success).toBe(false);
  });
});

describe('a tick box', () => {
  it.each<[unknown, boolean]>([
    ['on', true],
    [undefined, false],
  ])('%j is %j', (given, expected) => {
    expect(tickInput.parse(given)).toBe(expected);
  });

  it.each([true, false, null, '', 'off', 'true', '1', ['on'], {}])('%j is no tick', (given) => {
    expect(tickInput.safeParse(given).success).toBe(false);
  });
});
