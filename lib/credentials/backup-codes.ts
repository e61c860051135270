import 'server-only';
import { randomBytes } from 'node:crypto';
import { hashToken } from '@/lib/core/crypto';
import type { Transaction } from '@/lib/core/db';

const CODES = 10;
const BYTES = 10; // 80 bits a code; the standard asks for 64 (security 19)

// Crockford's base32, without letters that are taken for figures. Read back by lib/two-factor/schema.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function newCode(): string {
  const bits = BigInt(`0x${randomBytes(BYTES).toString('hex')}`);
  const letters = Array.from(
    { length: (BYTES * 8) / 5 },
    (_, place) => ALPHABET[Number((bits >> BigInt(place * 5)) & 31n)],
  );
  return letters.join('');
}

const grouped = (code: string) => code.match(/.{4}/g)?.join('-') ?? code;

/**
 * Gives somebody ten new backup codes and voids all they had. Returns them as they are shown, this
 * once: only hashes are kept.
 */
export async function replaceBackupCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await tx.backupCode.deleteMany({ where: { userId } });
  await tx.backupCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashToken(code) })),
  });
  return codes.map(grouped);
}

/** Uses a backup code up, once however many try; false when it is none, or used. */
export async function consumeBackupCode(
  tx: Transaction,
  userId: string,
  code: string,
): Promise<boolean> {
  const consumed = await tx.$executeRaw`
    UPDATE backup_codes SET used_at = now()
    WHERE user_id = ${userId}::uuid AND code_hash = ${hashToken(code)} AND used_at IS NULL`;
  return consumed === 1;
}

/** How many of somebody's backup codes are left. */
export const backupCodesLeft = (tx: Transaction, userId: string): Promise<number> =>
  tx.backupCode.count({ where: { userId, usedAt: null } });
