import exceljs from 'exceljs';
import type { Column, Row, Value } from '@/lib/excel/table';
import { Snapshot } from '@/lib/exports/snapshot';
import { usersExport } from '@/lib/users/export';
import { userListQuery } from '@/lib/users/schema';
import { answerQuestions } from './child';
import type { Written } from './exceljs';
import { ticks } from './figures';
import { SUPERUSER } from './people';

const source = usersExport(SUPERUSER, userListQuery.parse({}), 'bench');

// The fill alone, though ours chooses the colour of the text too: what exceljs can do least.
const filled = (colour: string): exceljs.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${colour.slice(1)}` },
});

const dateOf = (value: Value | undefined) => (value ? new Date(value) : null);

/** As exceljs takes it: days are dates. */
const cellsOf = ({ cells }: Row, columns: readonly Column[]) =>
  cells.map((cell, i) => (columns[i]?.kind === 'date' ? dateOf(cell) : cell));

// The clock stands while the rows are read: what is measured is exceljs alone.
async function write({ file }: { file: string }): Promise<Written> {
  const options = { filename: file, useStyles: true, useSharedStrings: false };
  const book = new exceljs.stream.xlsx.WorkbookWriter(options);
  const sheet = book.addWorksheet('Users', { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = [...source.columns, { header: 'Number', width: 10 }];
  sheet.columns = columns.map(({ header, width, kind }) => ({
    header,
    width,
    ...(kind === 'date' && { style: { numFmt: 'yyyy-mm-dd' } }),
  }));
  const snapshot = await Snapshot.of(SUPERUSER.userId);
  if (!snapshot) throw new Error('Another export is running.');
  let [rows, spent] = [0, 0];
  for await (const found of snapshot.rows(source.query)) {
    const batch = found.map(source.toRow);
    const began = ticks();
    for (const one of batch) {
      rows += 1;
      const row = sheet.addRow([...cellsOf(one, columns), rows]);
      if (one.colour) row.fill = filled(one.colour);
      row.commit();
    }
    spent += ticks() - began;
  }
  await snapshot.close();
  const began = ticks();
  sheet.autoFilter = { from: 'A1', to: { row: rows + 1, column: columns.length } };
  sheet.commit();
  await book.commit();
  spent += ticks() - began;
  return { rows, seconds: spent / 1000, memory: process.resourceUsage().maxRSS / 1024 };
}

answerQuestions(write);
