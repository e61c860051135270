import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  dayInput,
  emailInput,
  lineInput,
  optional,
  phoneInput,
  phoneText,
  tickInput,
} from './input';

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

describe('a phone number', () => {
  it.each([
    ['+380441234567', '+380441234567', '+380 44 123 4567'],
    [' +380 (44) 123-45-67 ', '+380441234567', '+380 44 123 4567'],
    ['＋３８０ 44 123 4567', '+380441234567', '+380 44 123 4567'],
    ['+1 206.555.0100', '+12065550100', '+1 206 555 0100'],
    ['+39 06 1234 5678', '+390612345678', '+39 06 1234 5678'],
    ['+8613812345678', '+8613812345678', '+86 138 1234 5678'],
  ])('%j is kept as %s and read as %s', (given, kept, read) => {
    expect(phoneInput.parse(given)).toBe(kept);
    expect(phoneText(kept)).toBe(read);
  });

  it.each<[string, unknown]>([
    ['empty', ''],
    ['without country', '044 123 4567'],
    ['with 00 for +', '00380441234567'],
    ['of no country', '+999 123 4567'],
    ['too short', '+380 44 123'],
    ['too long', '+380 44 123 4567 890'],
    ['not in use', '+1 106 555 0100'],
    ['in letters', '+1 800 FLOWERS'],
    ['with words around it', 'call +380441234567 please'],
    ['with an extension', '+1 206 555 0100 ext. 12'],
    ['as an address', 'tel:+380441234567'],
    ['over two lines', '+380 44\r\n123 4567'],
    ['two of them', '+380441234567, +380441234568'],
    ['very long', `+38044${'1'.repeat(10_000)}`],
    ['a formula', '=+380441234567'],
    ['an array', ['+380441234567']],
    ['a number', 380441234567],
  ])('%s is refused', (_, given) => {
    expect(phoneInput.safeParse(given).success).toBe(false);
  });

  it('of another form is read as it is kept', () => {
    expect(phoneText('044 123 4567')).toBe('044 123 4567');
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
