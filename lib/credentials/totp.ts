import 'server-only';
import { generateSecret, generateURI, verify } from 'otplib';
import { now, SECOND } from '@/lib/core/clock';
import type { Transaction } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';
import { logger } from '@/lib/core/logger';
import { unseal } from '@/lib/core/seal';

const PERIOD = 30; // seconds of a time step (RFC 6238)

/** A new secret for an authenticator app: 160 bits, in base32. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What the QR code says; also the link that opens an app on the same machine. */
export const totpUri = (secret: string, email: string): string =>
  generateURI({ issuer: 'Gatehouse', label: email, secret });

/**
 * The time step whose code this is: the present one or one to either side (spec §5). Undefined for
 * any other code, and for what is no code.
 */
export async function totpStep(
  secret: string,
  code: string,
  at: Date = now(),
): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(at.getTime() / SECOND);
  const found = await verify({ secret, token: code, epoch, epochTolerance: PERIOD });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}

/**
 * Accepts a code of the person's app, each time step once: the precondition stands in the write, so
 * that neither parallel uses nor a clock that went back pass twice (security 17, 18).
 */
export async function acceptTotp(tx: Transaction, userId: string, code: string): Promise<boolean> {
  const credential = await tx.totpCredential.findUnique({ where: { userId } });
  const step = credential && (await totpStep(openTotp(credential.secret, userId), code));
  if (!step) return false;
  const accepted = await tx.$executeRaw`
    UPDATE totp_credentials SET last_step = ${step}
    WHERE user_id = ${userId}::uuid AND last_step < ${step} AND secret = ${credential.secret}`;
  return accepted === 1;
}

// A row that was altered or swapped, or a key that is gone: no code can be right then.
function openTotp(sealed: string, userId: string): string {
  try {
    return unseal(sealed, userId);
  } catch (error) {
    logger().error({ userId, error: String(error) }, 'the key of a second factor does not open');
    throw conflict(
      'The key of your authenticator app cannot be read here. Use a backup code, and tell your administrator.',
    );
  }
}
