import type { AccessStatus } from '@/lib/access/decision';
import type { Employment, UserFilter, UserStatus } from './schema';

/** The words of the status badge. */
export const STATUS_LABELS: Record<AccessStatus, string> = {
  active: 'Active',
  deactivated: 'Deactivated',
  locked: 'Locked',
  'not-started': 'Not started',
  expired: 'Expired',
  directory: 'Refused by AD',
};

/** The words of the status filter. */
export const USER_STATUS_LABELS: Record<UserStatus, string> = {
  active: 'Active',
  inactive: 'Inactive',
  locked: 'Locked',
  'not-started': 'Not started',
  expired: 'Expired',
  'profile-completed': 'Profile Completed',
  staff: 'Staff',
  'two-factor-missing': '2FA missing',
  directory: 'Directory',
};

export const EMPLOYMENT_LABELS: Record<Employment, string> = {
  current: 'Currently Active',
  future: 'Future',
  past: 'Past',
  'no-dates': 'No Dates Set',
};

/** What each filter is called, on its field and its chip. */
export const FILTER_LABELS: Record<keyof UserFilter, string> = {
  q: 'Search',
  company: 'Company',
  department: 'Department',
  position: 'Position',
  group: 'Access group',
  role: 'Platform role',
  contract: 'Contract',
  status: 'Status',
  employment: 'Employment Status',
  dates: 'Date',
  from: 'From',
  to: 'To',
  idleSince: 'No activity since',
};

/** What the `dates` filter chooses between. */
export const DATES_LABELS: Record<NonNullable<UserFilter['dates']>, string> = {
  start: 'Start Date',
  end: 'End Date',
};
