import 'server-only';
import { IS_EFFECTIVE } from '@/lib/access/contracts';
import { Prisma } from '@/lib/core/db';

// Who may take a seat over (spec §10): `p` is its holder's assignment, `s` the successor's on the same
// contract, `a` and `c` the successor's access and company.

/** Why somebody cannot take a seat over, as WHEN … THEN clauses. */
export const UNFIT = Prisma.sql`
  WHEN NOT s.is_active THEN 'successor-inactive'
  WHEN NOT ${IS_EFFECTIVE} THEN 'not-effective'
  WHEN s.party <> p.party THEN 'other-party'
  WHEN s.threshold < p.threshold THEN 'lower-threshold'`;

/** May they? */
export const IS_FIT = Prisma.sql`(CASE ${UNFIT} ELSE 'fit' END = 'fit')`;
