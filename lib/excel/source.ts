import type { Prisma } from '@/lib/core/db';
import type { Column, Row } from './table';

/** What an export is made of, for lib/exports; written in the export.ts of a domain. */
export type ExportSource = {
  /** Of the file, and of the sheet where that has no name of its own. */
  name: string;
  sheet?: string;
  /** What was asked, for the audit. */
  question: string;
  columns: readonly Column[];
  /** How many rows there are, exactly: one number. */
  total: Prisma.Sql;
  /** The rows in their order, inside the actor's scope: each one JSON array of texts and nulls. */
  query: Prisma.Sql;
  /** A row of the export from one of the query. */
  toRow: (found: readonly (string | null)[]) => Row;
};
