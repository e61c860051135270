import type { Source } from '../schema';

/** A row of the file by the number a spreadsheet shows beside it; without cells it is empty. */
export type FileRow = { number: number; cells: string[] };

/** A file of people: its headers, then its rows batch by batch; `source` is complete at the end. */
export type PeopleFile = { source: Source; headers: string[]; rows: AsyncIterable<FileRow[]> };
