import 'server-only';
import { z } from 'zod';
import { assertCan } from '@/lib/access/assert';
import { assignmentInScope } from '@/lib/access/contracts';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { tickInput } from '@/lib/core/input';
import type { ExportSource } from '@/lib/excel/source';
import type { Column } from '@/lib/excel/table';

/** What is asked of the report: practice contracts are in it on request. */
export const reportQuery = z.strictObject({ practice: tickInput });
export type ReportQuery = z.infer<typeof reportQuery>;

// In this order (spec §10).
const COLUMNS: readonly Column[] = [
  { header: 'ContractNumber', width: 18 },
  { header: 'ContractName', width: 32 },
  { header: 'FullName', width: 28 },
  { header: 'Email', width: 32 },
  { header: 'Company', width: 24 },
  { header: 'Party', width: 9 },
  { header: 'Role', width: 22 },
  { header: 'Approver', width: 12 },
  { header: 'NamedManager', width: 17 },
  { header: 'Active', width: 10 },
  { header: 'Threshold', width: 18, kind: 'amount' },
  { header: 'Currency', width: 12 },
  { header: 'EmailSetting', width: 16 },
  { header: 'PracticeContract', width: 19 },
];

const yesNo = (condition: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${condition} THEN 'Yes' ELSE 'No' END`;

/**
 * User Contract & Threshold Information: one row per assignment in the actor's scope, by contract and
 * person (spec §10). Throws `forbidden` without the right to it.
 */
export function contractsReport(actor: Actor, { practice }: ReportQuery): ExportSource {
  assertCan(actor, 'contracts.report');
  const reported = Prisma.sql`
    FROM assignments s
    JOIN contracts k ON k.id = s.contract_id
    JOIN user_access a ON a.user_id = s.user_id
    WHERE ${assignmentInScope(actor)} AND ${practice ? Prisma.sql`TRUE` : Prisma.sql`NOT k.is_practice`}`;
  return {
    name: 'User Contract & Threshold Information',
    sheet: 'Contracts and thresholds',
    question: practice ? 'practice=on' : '',
    columns: COLUMNS,
    total: Prisma.sql`SELECT count(*) ${reported}`,
    query: Prisma.sql`
      SELECT json_build_array(r.number, r.contract, u.first_name || ' ' || u.last_name, u.email,
        c.name, 'Party ' || r.party, p.name, ${yesNo(Prisma.sql`r.is_approver`)},
        ${yesNo(Prisma.sql`r.is_named_manager`)}, ${yesNo(Prisma.sql`r.is_active`)},
        trim_scale(r.threshold)::text, r.currency, initcap(r.email_setting::text),
        ${yesNo(Prisma.sql`r.is_practice`)})::text
      FROM (
        SELECT s.*, k.number, k.name AS contract, k.currency, k.is_practice ${reported}) AS r
      JOIN users u ON u.id = r.user_id
      JOIN contract_roles p ON p.id = r.role_id
      LEFT JOIN companies c ON c.id = u.company_id
      ORDER BY r.number, r.contract_id, u.last_name, u.first_name, u.id`,
    toRow: (cells) => ({ cells }),
  };
}
