import type { FieldName } from './schema';

/** The fields of a person in words, as the form has them. */
export const FIELD_LABELS: Record<FieldName, string> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  companyId: 'Company',
  departmentId: 'Department',
  positionId: 'Position',
  colour: 'Colour',
  startDate: 'Start date',
  endDate: 'End date',
  twoFactorRequired: 'Two-factor required',
  isStaff: 'Staff',
  right: 'Administration right',
  roleIds: 'Platform roles',
  groupIds: 'Further groups',
  quizIds: 'Quizzes',
};
