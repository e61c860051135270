import 'server-only';
import type { AccessStatus } from '@/lib/access/decision';
import { accessStatusSql } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { ExportSource } from '@/lib/excel/source';
import type { Column, Row } from '@/lib/excel/table';
import { STATUS_LABELS } from './labels';
import { matching } from './list-query';
import { filterOf, type UserListQuery } from './schema';
import { orderOf } from './sorting';

// In this order (spec §17).
const COLUMNS: readonly Column[] = [
  { header: 'Full Name', width: 28 },
  { header: 'Email', width: 32 },
  { header: 'Phone', width: 18 },
  { header: 'Company', width: 24 },
  { header: 'Department', width: 24 },
  { header: 'Position', width: 24 },
  { header: 'Account Status', width: 16 },
  { header: 'Cabinet Groups', width: 32 },
  { header: 'Other Groups', width: 32 },
  { header: 'Start Date', width: 12, kind: 'date' },
  { header: 'End Date', width: 12, kind: 'date' },
];
const STATUS = COLUMNS.findIndex(({ header }) => header === 'Account Status');

const names = (ofThem: Prisma.Sql) =>
  Prisma.sql`string_agg(g.name, ', ' ORDER BY g.name) FILTER (WHERE ${ofThem})`;

// Those of a company and those of none, in one look.
const GROUPS = Prisma.sql`(
  SELECT ARRAY[${names(Prisma.sql`g.company_id IS NOT NULL`)}, ${names(Prisma.sql`g.company_id IS NULL`)}]
  FROM user_groups m JOIN access_groups g ON g.id = m.group_id
  WHERE m.user_id = a.user_id)`;

/** A row of the directory: the status in words, the colour apart. */
function toRow(found: readonly (string | null)[]): Row {
  const cells = found.slice(0, -1);
  cells[STATUS] = STATUS_LABELS[cells[STATUS] as AccessStatus];
  return { cells, colour: found.at(-1) ?? null };
}

/** The directory as the list shows it: its filters, scope and order (spec §17, security 45). */
export function usersExport(actor: Actor, query: UserListQuery, question: string): ExportSource {
  const matches = matching(actor, filterOf(query));
  return {
    name: 'Users',
    question,
    columns: COLUMNS,
    total: Prisma.sql`SELECT count(*) ${matches}`,
    query: Prisma.sql`
      SELECT json_build_array(name, email, phone, company, department, position, status, groups[1],
        groups[2], start_date, end_date, colour)::text
      FROM (
        SELECT u.first_name || ' ' || u.last_name AS name, u.email, u.phone, c.name AS company,
          d.name AS department, p.name AS position, ${accessStatusSql()} AS status,
          ${GROUPS} AS groups, a.start_date::text, a.end_date::text, u.colour
        FROM (SELECT a.user_id AS id ${matches}) AS matching
        JOIN users u ON u.id = matching.id
        JOIN user_access a ON a.user_id = matching.id
        LEFT JOIN companies c ON c.id = a.company_id
        LEFT JOIN departments d ON d.id = u.department_id
        LEFT JOIN positions p ON p.id = u.position_id
        ORDER BY ${orderOf(query.sort)}) AS found`,
    toRow,
  };
}
