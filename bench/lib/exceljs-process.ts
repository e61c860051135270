import { Writable } from 'node:stream';
import exceljs from 'exceljs';
import type { Column, Row, Value } from '@/lib/excel/table';
import { Snapshot } from '@/lib/exports/snapshot';
import { answerQuestions } from './child';
import { directory } from './directory-rows';
import type { Exported } from './exported';
import { ticks } from './figures';
import { SUPERUSER } from './people';

// The fill alone, though ours chooses the colour of the text too: what exceljs can do least.
const filled = (colour: string): exceljs.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${colour.slice(1)}` },
});

const dateOf = (value: Value | undefined) => (value ? new Date(String(value)) : null);

/** As exceljs takes it: days are dates. */
const cellsOf = ({ cells }: Row, columns: readonly Column[]) =>
  cells.map((cell, i) => (columns[i]?.kind === 'date' ? dateOf(cell) : cell));

/** The same rows from the same look at the database, as exceljs's documentation would write them. */
answerQuestions(async (): Promise<Exported> => {
  const began = ticks();
  let bytes = 0;
  const stream = new Writable({
    write(piece: Buffer, _encoding, taken) {
      bytes += piece.length;
      taken();
    },
  });
  const options = { stream, useStyles: true, useSharedStrings: false };
  const book = new exceljs.stream.xlsx.WorkbookWriter(options);
  const sheet = book.addWorksheet('Users', { views: [{ state: 'frozen', ySplit: 1 }] });
  const { source, written } = directory();
  const { columns } = source;
  sheet.columns = columns.map(({ header, width, kind }) => ({
    header,
    width,
    ...(kind === 'date' && { style: { numFmt: 'yyyy-mm-dd' } }),
  }));
  const snapshot = await Snapshot.of(SUPERUSER.userId);
  if (!snapshot) throw new Error('Another export is running.');
  for await (const found of snapshot.rows(source.query)) {
    for (const one of found.map(source.toRow)) {
      const row = sheet.addRow(cellsOf(one, columns));
      if (one.colour) row.fill = filled(one.colour);
      row.commit();
    }
  }
  await snapshot.close();
  sheet.autoFilter = { from: 'A1', to: { row: written() + 1, column: columns.length } };
  sheet.commit();
  await book.commit();
  return {
    rows: written(),
    seconds: (ticks() - began) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
    megabytes: bytes / 1e6,
  };
});
