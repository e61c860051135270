/** What a column holds; a date is a day `YYYY-MM-DD`, an amount an exact decimal such as `1250.5`. */
export type Kind = 'text' | 'date' | 'number' | 'amount';

/** A column by its header; the width is in characters. Without a kind it holds text. */
export type Column = { header: string; width: number; kind?: Kind };

export type Value = string | number | null;

/** A row, its cells in the order of the columns; `colour` (#rrggbb) fills all of them. */
export type Row = { cells: readonly Value[]; colour?: string | null };

/** What is written, batch by batch, as it is asked for; the name is that of the sheet. */
export type Table = {
  name: string;
  columns: readonly Column[];
  rows: AsyncIterable<readonly Row[]>;
};
