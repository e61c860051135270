import {
  BriefcaseBusiness,
  Contact,
  IdCard,
  KeySquare,
  Network,
  type LucideIcon,
} from 'lucide-react';
import type { PartKind } from '@/lib/organisation/schema';

type Kind = {
  /** Of a list of them. */
  title: string;
  /** As a heading begins with it. */
  one: string;
  icon: LucideIcon;
  /** What the number beside the people counts; nothing for a position. */
  related?: string;
  /** Where they are, below a company. */
  folder: string;
  /** Of the number of those in it, who are found in the list of users unless this is given. */
  counted?: string;
  /** What they are for, when there are none yet. */
  about: string;
};

/** How the parts of a company are shown. */
export const KINDS: Record<PartKind, Kind> = {
  department: {
    title: 'Departments',
    one: 'Department',
    icon: Network,
    related: 'Positions',
    folder: 'departments',
    about: 'People belong to a department, and in it to a position.',
  },
  position: {
    title: 'Positions',
    one: 'Position',
    icon: BriefcaseBusiness,
    folder: 'positions',
    about: 'A position is what somebody is in this department.',
  },
  role: {
    title: 'Roles',
    one: 'Role',
    icon: Contact,
    related: 'Groups it brings',
    folder: 'roles',
    about: 'A platform role is a job function; it brings the access groups that go with it.',
  },
  group: {
    title: 'Groups',
    one: 'Group',
    icon: KeySquare,
    related: 'Roles that bring it',
    folder: 'groups',
    about: 'An access group opens something to its members, who come by a role or by hand.',
  },
  'contract-role': {
    title: 'Contract roles',
    one: 'Contract role',
    icon: IdCard,
    related: 'Assignments',
    folder: 'contract-roles',
    counted: 'Active',
    about: 'A contract role is what somebody is on a contract, such as Supervisor.',
  },
};

/** The page of a part: of its company, or among the other groups. */
export const partHref = (kind: PartKind, companyId: string | null, id: string): string =>
  companyId === null
    ? `/admin/groups/${id}`
    : `/admin/organisation/${companyId}/${KINDS[kind].folder}/${id}`;

/** The people in a part, in the list of users. */
export const peopleHref = (kind: PartKind, id: string): string => `/admin/users?${kind}=${id}`;
