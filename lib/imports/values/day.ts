import { DAY } from '@/lib/core/clock';
import type { DateOrder } from '../schema';

const EPOCH = Date.UTC(1899, 11, 30);
const MAC_EPOCH = 1462; // days between the two ways of counting
const FIRST_SERIAL = 61; // before it Excel counts a 29 February 1900 that never was
const LAST_SERIAL = 2_958_465; // the end of 9999

/** The day that Excel counts with this number; with a time of day it is `2024-03-17 08:30`. */
export function dayOfSerial(serial: number, is1904 = false): string | undefined {
  const days = is1904 ? serial + MAC_EPOCH : serial;
  if (!(days >= FIRST_SERIAL && days <= LAST_SERIAL)) return undefined;
  const [day = '', time = ''] = new Date(EPOCH + Math.round(days * 1440) * (DAY / 1440))
    .toISOString()
    .split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'uk', 'ru'];

/** A month's name as it is compared. */
const monthKey = (name: string) => name.toLowerCase().normalize('NFC').replace(/\.$/, '');

/** The months by their names, long and short, alone and within a date. */
const MONTHS = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) =>
      [{ month }, { month, day: 'numeric' as const }].flatMap((style) => {
        const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index) => {
          const parts = format.formatToParts(Date.UTC(2024, index, 15));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          return [monthKey(name), index + 1] as const;
        });
      }),
    ),
  ),
);

const year = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The day of these three, if there is such a day. */
function existing(yearText: string, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year(yearText), month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}

/** What a text says: a day, or why it says none. */
export type Reading = { day: string } | { problem: string };

const NO_DAY = { problem: 'Write the day as 2027-04-03.' };
const found = (day: string | undefined): Reading =>
  day === undefined ? { problem: 'There is no such day.' } : { day };

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const DOTS = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d\d)\.?$/;
const SLASHES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const DAY_NAME =
  /^(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+(?:de )?([\p{L}\p{M}]+\.?)(?: de)?[\s,-]+(\d{4}|\d\d)(?: [рг]\.?)?$/u;
const NAME_DAY = /^([\p{L}\p{M}]+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const SERIAL = /^\d{5}$/;

/** Days and months with slashes: sure where only one order is a day, else as was said. */
function slashed(
  first: number,
  second: number,
  yearText: string,
  order: DateOrder | null,
): Reading {
  const dayFirst = existing(yearText, second, first);
  const monthFirst = existing(yearText, first, second);
  if (order === 'day') return found(dayFirst);
  if (order === 'month') return found(monthFirst);
  if (dayFirst && monthFirst && dayFirst !== monthFirst) {
    return {
      problem: `This may be ${dayFirst} or ${monthFirst}. Say under “Order of dates” which comes first, day or month.`,
    };
  }
  return found(dayFirst ?? monthFirst);
}

/**
 * The day that a text says in any of the usual spellings: ISO, 17.3.2024, 17 Mar 2024, Excel's
 * number of a day; with slashes only where it is sure or the order was said.
 */
export function readDay(given: string, order: DateOrder | null): Reading {
  const text = given.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const parts = (pattern: RegExp) => pattern.exec(text)?.slice(1);
  const numbers = parts(ISO) ?? parts(YEAR_FIRST);
  if (numbers) return found(existing(numbers[0] ?? '', Number(numbers[1]), Number(numbers[2])));
  const dots = parts(DOTS);
  if (dots) return found(existing(dots[2] ?? '', Number(dots[1]), Number(dots[0])));
  const slashes = parts(SLASHES);
  if (slashes) return slashed(Number(slashes[0]), Number(slashes[1]), slashes[2] ?? '', order);
  if (SERIAL.test(text)) return found(dayOfSerial(Number(text)));
  return named(parts(DAY_NAME) ?? reordered(parts(NAME_DAY)));
}

const reordered = (parts: string[] | undefined) =>
  parts && [parts[1] ?? '', parts[0] ?? '', parts[2] ?? ''];

function named(parts: string[] | undefined): Reading {
  const month = MONTHS.get(monthKey(parts?.[1] ?? ''));
  return parts && month ? found(existing(parts[2] ?? '', month, Number(parts[0]))) : NO_DAY;
}
