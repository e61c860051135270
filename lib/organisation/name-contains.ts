import 'server-only';
import { Prisma } from '@/lib/core/db';

/** Has the name in this column the text in it, whatever the case? Wildcards are literal. */
export function nameContains(column: Prisma.Sql, text: string): Prisma.Sql {
  if (!text) return Prisma.sql`TRUE`;
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`lower(${column}) LIKE ${pattern}`;
}
