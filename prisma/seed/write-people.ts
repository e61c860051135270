import type { Client } from 'pg';
import { copy, type Value } from './copy';
import type { Person } from './people';
import { randomOf } from './random';

const ACCESS_COLUMNS = [
  'user_id',
  'is_active',
  'locked_at',
  'lock_reason',
  'locked_by_id',
  'start_date',
  'end_date',
  'directory_allows',
  'is_staff',
  'admin_right',
  'password_change_owed',
  'profile_completion_owed',
  'two_factor_required',
  'two_factor_enabled_at',
  'last_active_at',
] as const;

const accessRow = ({ id, access: a }: Person): Value[] => [
  id,
  a.isActive,
  a.lockedAt,
  a.lockReason,
  a.lockedById,
  a.startDate,
  a.endDate,
  a.directoryAllows,
  a.isStaff,
  a.adminRight,
  a.passwordChangeOwed,
  a.profileCompletionOwed,
  a.twoFactorRequired,
  a.twoFactorEnabledAt,
  a.lastActiveAt,
];

const USER_COLUMNS = [
  'id',
  'email',
  'first_name',
  'last_name',
  'phone',
  'company_id',
  'department_id',
  'position_id',
  'colour',
  'source',
  'created_at',
  'updated_at',
] as const;

const userRow = (p: Person): Value[] => [
  p.id,
  p.email,
  p.firstName,
  p.lastName,
  p.phone,
  p.company?.id ?? null,
  p.department?.id ?? null,
  p.position?.id ?? null,
  p.colour,
  p.source,
  p.createdAt,
  p.createdAt,
];

/** One audited event about somebody, by the system or by `actorId`. */
export interface Event {
  id: string;
  at: Date;
  action: string;
  actorId: string | null;
  person: Person;
  before: object | null;
  after: object;
}

/** That somebody was created, at the moment they were. */
function creation(seed: number, person: Person): Event {
  const { n, createdAt: at, email, firstName, lastName } = person;
  const id = randomOf(seed, 'person audit', n).uuid(at);
  const after = { email, firstName, lastName };
  return { id, at, action: 'user.created', actorId: null, person, before: null, after };
}

/** From where the audit says it came: documentation's address (RFC 5737) for somebody signed in. */
export const addressOf = (actorId: string | null) => (actorId ? '192.0.2.10' : 'command line');

/** What the audit names as the request behind a seed's rows. */
export const requestOf = (seed: number) => (seed < 0 ? 'demo' : `seed ${seed}`);

/** Writes audit rows about people. */
export async function writeEvents(client: Client, seed: number, events: Iterable<Event>) {
  function* rows(): Generator<Value[]> {
    for (const { id, at, action, actorId, person, before, after } of events) {
      const [from, to] = [before && JSON.stringify(before), JSON.stringify(after)];
      const company = person.company?.id ?? null;
      yield [
        id,
        at,
        action,
        actorId,
        'user',
        person.id,
        company,
        from,
        to,
        addressOf(actorId),
        requestOf(seed),
      ];
    }
  }
  const columns =
    'id at action actor_id subject_type subject_id company_id before after address request_id';
  await copy(client, 'audit_events', columns.split(' '), rows());
}

function* each<T>(people: Person[], rows: (person: Person) => Iterable<T>): Generator<T> {
  for (const person of people) yield* rows(person);
}

/** Writes people with their access, roles, groups and the audit of their creation. */
export async function writePeople(client: Client, seed: number, people: Person[]) {
  // A deactivation takes the memberships; the snapshot keeps them.
  const members = people.filter(({ access }) => access.isActive);
  const roles = each(members, ({ id, roles }) => roles.map((role) => [id, role.id]));
  const groups = each(members, ({ id, groups }) => [...groups].map((group) => [id, ...group]));
  const creations = each(people, (person) => [creation(seed, person)]);
  const users = each(people, (person) => [userRow(person)]);
  const access = each(people, (person) => [accessRow(person)]);
  await copy(client, 'users', USER_COLUMNS, users);
  await copy(client, 'user_access', ACCESS_COLUMNS, access);
  await copy(client, 'user_roles', ['user_id', 'role_id'], roles);
  await copy(client, 'user_groups', ['user_id', 'group_id', 'source'], groups);
  await writeEvents(client, seed, creations);
}
