import 'server-only';
import { Prisma } from './db';

/** Has `lowered`, SQL for text in lower case, the text in it, whatever its case? Wildcards are literal. */
export function contains(lowered: Prisma.Sql, text: string): Prisma.Sql {
  if (!text) return Prisma.sql`TRUE`;
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`${lowered} LIKE ${pattern}`;
}
