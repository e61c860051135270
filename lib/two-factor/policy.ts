/** So few backup codes left are warned of (spec §5). */
export const FEW_CODES = 3;

/** So many wrong codes end the pending sign-in (spec §5). */
export const WRONG_CODES = 5;

/** A set-up that the reader's session began: what its app is to be told, or codes to be noted. */
export type SetUp = { step: 'confirm'; secret: string; uri: string } | { step: 'codes' };

/** How somebody's own second factor stands. */
export type OwnSecondFactor = {
  /** Whose it is, for what is printed. */
  name: string;
  enabledAt: Date | null;
  isRequired: boolean;
  codesLeft: number;
  /** Without a password of their own here, nothing about it can be changed. */
  hasPassword: boolean;
  setUp: SetUp | null;
};
