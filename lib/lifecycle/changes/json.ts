import 'server-only';
import { Prisma } from '@/lib/core/db';

/** A jsonb constant. */
export const json = (value: object): Prisma.Sql => Prisma.sql`${JSON.stringify(value)}::jsonb`;
