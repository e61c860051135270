import { textOn } from './colours';
import type { Kind } from './table';
import { DECLARATION, MAIN } from './workbook';

// Excel holds 64,000 formats. Colours beyond the first so many are taken to the nearest of 4,096.
const EXACT_COLOURS = 16_000;

const NUMBER_FORMAT: Record<Kind, number> = { text: 49, date: 164, number: 0 };
const FONT = { header: 1, '#000000': 2, '#ffffff': 3 };
const FIRST_FILL = 2; // Excel takes the first two for itself

/** The format of the header row. */
export const HEADER_STYLE = 1;

const format = (kind: Kind, font: number, fill: number) =>
  `<xf numFmtId="${NUMBER_FORMAT[kind]}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"${
    font ? ' applyFont="1"' : ''
  }${fill ? ' applyFill="1"' : ''}/>`;

const argb = (colour: string) => `FF${colour.slice(1).toUpperCase()}`;

const font = (inside: string) => `<font>${inside}<sz val="11"/>`;
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb(colour)}"/><bgColor indexed="64"/></patternFill></fill>`;

/** #7fa0c3 → #77aacc: each channel to the nearest of sixteen. */
const rounded = (colour: string) =>
  colour.replace(/[\da-f]{2}/gi, (channel) => {
    const digit = Math.round(Number.parseInt(channel, 16) / 17).toString(16);
    return digit + digit;
  });

/** The formats of one workbook: each pair of kinds and colour is made once, and known by its number. */
export class Styles {
  private readonly formats = [format('text', 0, 0), format('text', FONT.header, 0)];
  private readonly fills: string[] = [];
  private readonly rows = new Map<string, readonly number[]>();

  constructor(private readonly kinds: readonly Kind[]) {}

  /** The number of the format of each column's cell in a row of this colour (#rrggbb or none). */
  ofRow(colour: string | null | undefined): readonly number[] {
    return this.rows.get(colour ?? '') ?? this.add(colour ?? '');
  }

  private add(colour: string): readonly number[] {
    const used = this.rows.size < EXACT_COLOURS ? colour : colour && rounded(colour);
    const known = this.rows.get(used);
    if (known) return known;
    if (used) this.fills.push(used);
    const fill = used ? FIRST_FILL + this.fills.length - 1 : 0;
    const numbers = new Map<Kind, number>();
    for (const kind of new Set(this.kinds)) {
      numbers.set(kind, this.formats.push(format(kind, used ? FONT[textOn(used)] : 0, fill)) - 1);
    }
    const row = this.kinds.map((kind) => numbers.get(kind) ?? 0);
    this.rows.set(used, row);
    return row;
  }

  /** xl/styles.xml, once all rows are written. */
  xml(): string {
    const name = '<name val="Calibri"/><family val="2"/></font>';
    const fonts = [
      font('') + name,
      font('<b/>') + name,
      `${font('')}<color rgb="FF000000"/>${name}`,
      `${font('')}<color rgb="FFFFFFFF"/>${name}`,
    ];
    const fills = ['none', 'gray125'].map(
      (pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`,
    );
    return [
      `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
      `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
      `<fills count="${fills.length + this.fills.length}">${fills.join('')}`,
      ...this.fills.map(solid),
      '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${this.formats.length}">${this.formats.join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
