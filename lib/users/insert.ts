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
  startDate?: string | null;
  endDate?: string | null;
  isStaff?: boolean;
  right?: AdminRight | null;
  twoFactorRequired?: boolean;
  passwordChangeOwed?: boolean;
  profileCompletionOwed?: boolean;
};

const day = (text: string | null | undefined) => (text ? new Date(`${text}T00:00:00Z`) : null);

/** Inserts a person and their access; returns the id. Refuses an e-mail that is taken. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const { email, firstName, lastName, phone, companyId, right, ...access } = person;
  try {
    const { id } = await tx.user.create({
      data: {
        email,
        firstName,
        lastName,
        phone: phone ?? null,
        companyId,
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
    if (isUniqueViolation(error)) throw invalid({ email: 'This e-mail already has an account.' });
    throw error;
  }
}
