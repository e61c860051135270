import 'server-only';
import { Prisma } from '@/lib/core/db';

/**
 * An assignment as the screen and the audit show it: the columns of `row`, with the name of `role`
 * (aliases). jsonb.
 */
export const assignmentInWords = (row: Prisma.Sql, role: Prisma.Sql) => Prisma.sql`
  jsonb_build_object('party', ${row}.party, 'role', ${role}.name, 'isActive', ${row}.is_active,
    'threshold', trim_scale(${row}.threshold)::text, 'emailSetting', ${row}.email_setting,
    'isApprover', ${row}.is_approver, 'isNamedManager', ${row}.is_named_manager)`;
