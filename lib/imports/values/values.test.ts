import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fieldOf, guessColumns } from '../guess';
import { dayOfSerial, readDay } from './day';
import { namesIn, rowReader } from './person';
import { withCountry } from './phone';

describe('a day in any of the usual spellings', () => {
  it.each([
    ['2024-03-17', '2024-03-17'],
    ['2024-3-7', '2024-03-07'],
    ['2024-03-17T00:00:00', '2024-03-17'],
    ['2024/03/17', '2024-03-17'],
    ['17.03.2024', '2024-03-17'],
    ['7. 3. 24', '2024-03-07'],
    ['17 Mar 2024', '2024-03-17'],
    ['17. März 2024', '2024-03-17'],
    ['17 березня 2024 р.', '2024-03-17'],
    ['17-Mar-24', '2024-03-17'],
    ['March 17, 2024', '2024-03-17'],
    ['1er', undefined],
    ['45046', '2023-04-30'],
    [' ２０２４-03-17 ', '2024-03-17'],
    ['6/14/27', '2027-06-14'],
    ['14/6/2027', '2027-06-14'],
    ['5/5/2027', '2027-05-05'],
    ['29.02.2023', undefined],
    ['2024-13-01', undefined],
    ['13/13/2024', undefined],
    ['2024-03-17 08:30', undefined],
    ['17 Foo 2024', undefined],
    ['soon', undefined],
    ['12345678', undefined],
  ])('%j is %s', (text, day) => {
    const reading = readDay(text, null);
    expect('day' in reading ? reading.day : undefined).toBe(day);
  });

  it('with slashes that can be read in two ways is asked about, never guessed', () => {
    expect(readDay('3/4/2027', null)).toEqual({
      problem: expect.stringContaining('2027-04-03 or 2027-03-04') as string,
    });
    expect(readDay('3/4/2027', 'day')).toEqual({ day: '2027-04-03' });
    expect(readDay('3/4/2027', 'month')).toEqual({ day: '2027-03-04' });
    expect(readDay('6/14/27', 'day')).toEqual({ problem: 'There is no such day.' });
  });

  it('every day reads back from every spelling', () => {
    const days = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        const name = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
        const serial = (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(dayOfSerial(serial)).toBe(iso);
        for (const text of [iso, `${day}.${month}.${year}`, `${day} ${name} ${year}`]) {
          expect(readDay(text, null)).toEqual({ day: iso });
        }
      }),
    );
  });

  it('whatever it is, it is read without fault', () => {
    fc.assert(fc.property(fc.string(), (text) => void readDay(text, null)));
  });
});

describe('a phone number', () => {
  it.each([
    ['+380 44 123', null, '+380 44 123'],
    ['0044 20 7946 0328', null, '+44 20 7946 0328'],
    ['(212) 555-0109', null, '(212) 555-0109'],
    ['(212) 555-0109', 'US', '+12125550109'],
    ['044 123 4567 ext. 5', 'UA', '044 123 4567 ext. 5'],
  ])('%j of %s becomes %j', (text, country, expected) => {
    expect(withCountry(text, country)).toBe(expected);
  });
});

it.each([
  ['VPN, Mail', ['VPN', 'Mail']],
  ['VPN;Mail;', ['VPN', 'Mail']],
  ['Sales, EU; VPN', ['Sales, EU', 'VPN']],
  ['VPN\nMail', ['VPN', 'Mail']],
  [' VPN ,, VPN', ['VPN']],
])('the names in %j are %j', (cell, names) => expect(namesIn(cell)).toEqual(names));

describe('the names in a cell of groups or roles', () => {
  const read = rowReader(['Groups'], {
    columns: ['groups'],
    companyId: null,
    dateOrder: null,
    country: null,
    groupsFromRoles: true,
    createMissing: false,
  });
  const groups = (cell: string) => {
    const { person, errors } = read([cell]);
    return { names: person.groups?.length, error: errors.groups };
  };
  const list = (size: number) => Array.from({ length: size }, (_, i) => `group ${i}`).join(';');

  it.each([
    ['as many and as long as may be', `${list(99)};${'x'.repeat(200)}`, 100, undefined],
    [
      'too many',
      list(120_000),
      undefined,
      '“group 0;group 1;group 2;group 3;group 4;…” has 120,000 names, and 100 are the most.',
    ],
    [
      'one that is too long',
      `VPN;${'x'.repeat(201)}`,
      undefined,
      `“${'x'.repeat(40)}…” has more than the 200 characters of a name.`,
    ],
    [
      'one cut within a character',
      `${'x'.repeat(39)}${'😀'.repeat(99)}`,
      undefined,
      `“${'x'.repeat(39)}\uFFFD…” has more than the 200 characters of a name.`,
    ],
  ])('are counted and measured: %s', (_, cell, names, error) =>
    expect(groups(cell)).toEqual({ names, error }),
  );
});

describe('headers', () => {
  it.each([
    ['E-Mail', 'email'],
    ['E-mail address', 'email'],
    ['Прізвище', 'lastName'],
    ['Ім’я', 'firstName'],
    ['Prénom', 'firstName'],
    ['Phone ', 'phone'],
    ['End Date', 'endDate'],
    ['Початок', 'startDate'],
    ['Abteilung', 'department'],
    ['Notes', undefined],
    ['', undefined],
  ])('%j is %s', (header, field) => expect(fieldOf(header)).toBe(field));

  it('one that stands twice is taken once', () => {
    expect(guessColumns(['E-Mail', 'Mail', 'Notes', 'Vorname'])).toEqual([
      'email',
      null,
      null,
      'firstName',
    ]);
  });
});
