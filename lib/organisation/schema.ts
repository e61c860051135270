import { z } from 'zod';
import { lineInput } from '@/lib/core/input';
import { isTimeZone } from './time-zones';

const companyFields = {
  name: lineInput('The name', 200),
  timeZone: z.string().max(100).refine(isTimeZone, 'Choose a time zone of the list.'),
};

export const newCompany = z.strictObject(companyFields);
export const companyEdit = z.strictObject({
  ...companyFields,
  companyId: z.uuid(),
  /** The version the editor saw; a later one in the database is a conflict (security 62). */
  version: z.coerce.number().int().min(1),
});
export type NewCompany = z.infer<typeof newCompany>;
export type CompanyEdit = z.infer<typeof companyEdit>;

export const companyReference = z.strictObject({ companyId: z.uuid() });
