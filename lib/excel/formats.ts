import type { Font, Style } from 'exceljs';
import { textOn } from './colours';
import type { Column, Kind } from './table';

type Format = Partial<Style>;

// Excel holds 64,000 formats. Colours beyond the first so many are taken to the nearest of 4,096.
const EXACT_COLOURS = 16_000;

const NUMBER_FORMAT: Record<Kind, string> = {
  text: '@',
  date: 'yyyy\\-mm\\-dd',
  number: 'General',
  // As many decimals as a currency has, two at least.
  amount: '#,##0.00##',
};
const FONT: Partial<Font> = { name: 'Calibri', family: 2, size: 11 };

/** Of the cells of the header row. */
export const HEADER: Format = { numFmt: NUMBER_FORMAT.text, font: { ...FONT, bold: true } };

const argb = (colour: string) => ({ argb: `FF${colour.slice(1).toUpperCase()}` });

function format(kind: Kind, colour: string): Format {
  const numFmt = NUMBER_FORMAT[kind];
  if (!colour) return { numFmt };
  return {
    numFmt,
    font: { ...FONT, color: argb(textOn(colour)) },
    fill: { type: 'pattern', pattern: 'solid', fgColor: argb(colour) },
  };
}

/** #7fa0c3 → #77aacc: each channel to the nearest of sixteen. */
const rounded = (colour: string) =>
  colour.replace(/[\da-f]{2}/gi, (channel) => {
    const digit = Math.round(Number.parseInt(channel, 16) / 17).toString(16);
    return digit + digit;
  });

/**
 * The formats of a table: one object for each kind and colour, which exceljs knows again. Of one
 * that is new it makes XML to find out its number, for every cell: that took most of the time.
 */
export class Formats {
  private readonly rows = new Map<string, readonly Format[]>();

  constructor(private readonly columns: readonly Column[]) {}

  /** The format of each column's cell in a row of this colour (#rrggbb or none). */
  ofRow(colour: string | null | undefined): readonly Format[] {
    return this.rows.get(colour ?? '') ?? this.add(colour ?? '');
  }

  private add(colour: string): readonly Format[] {
    const used = this.rows.size < EXACT_COLOURS ? colour : colour && rounded(colour);
    const known = this.rows.get(used);
    if (known) return known;
    const kinds = new Map<Kind, Format>();
    const row = this.columns.map(({ kind = 'text' }) => {
      const made = kinds.get(kind) ?? format(kind, used);
      kinds.set(kind, made);
      return made;
    });
    this.rows.set(used, row);
    return row;
  }
}
