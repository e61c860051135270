import 'server-only';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { consumeBackupCode } from '@/lib/credentials/backup-codes';
import { acceptTotp } from '@/lib/credentials/totp';
import type { Opened } from '@/lib/sessions/issue';
import type { GivenCode } from './schema';

/** What came of a code at sign-in: `wrong` with the tries that are left, or no session any more. */
export type Challenge =
  | { kind: 'passed'; session: Opened; deviceToken: string; codesLeft: number }
  | { kind: 'wrong'; left: number }
  | { kind: 'ended' };

/** Is this a code of the actor's, never used? It is used up then. The caller holds their session. */
export const isCodeRight = (
  tx: Transaction,
  { userId }: Actor,
  { kind, code }: GivenCode,
): Promise<boolean> =>
  kind === 'totp' ? acceptTotp(tx, userId, code) : consumeBackupCode(tx, userId, code);
