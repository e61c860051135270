import 'server-only';
import { isUniqueViolation, type Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import type { AdminRight } from '@/lib/generated/prisma/enums';

/** A new person: who they are, and whether and when they may enter. Days are `YYYY-MM-DD`. */
export type NewPerson = {
  email: string;
  firstName: string;
  lastName: string;
  phone?: string | null;
  companyId: string | null;
  departmentId?: string | null;
  positionId?: string | null;
  colour?: string | null;
  startDate?: string | null;
  endDate?: string | null;
  isStaff?: boolean;
  right?: AdminRight | null;
  twoFactorRequired?: boolean;
  passwordChangeOwed?: boolean;
  profileCompletionOwed?: boolean;
};

/** What is said where an e-mail has an account already. */
export const EMAIL_TAKEN = { email: 'This e-mail already has an account.' };

const day = (text: string | null | undefined) => (text ? new Date(`${text}T00:00:00Z`) : null);

/** Inserts a person and their access; returns the id. Refuses an e-mail that is taken. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const {
    email,
    firstName,
    lastName,
    phone,
    companyId,
    departmentId,
    positionId,
    colour,
    ...entry
  } = person;
  const { right, ...access } = entry;
  try {
    const { id } = await tx.user.create({
      data: {
        email,
        firstName,
        lastName,
        phone: phone ?? null,
        companyId,
        departmentId: departmentId ?? null,
        positionId: positionId ?? null,
        colour: colour ?? null,
        access: {
          create: {
            ...access,
            adminRight: right ?? null,
            startDate: day(access.startDate),
            endDate: day(access.endDate),
          },
        },
      },
      select: { id: true },
    });
    return id;
  } catch (error) {
    if (isUniqueViolation(error)) throw invalid(EMAIL_TAKEN);
    throw error;
  }
}
