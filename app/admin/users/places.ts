import type { Choice } from '@/components/form/use-choices';
import type { UserListQuery } from '@/lib/users/schema';
import type { Names } from './chips';

/** The filters that name something of the organisation, in the order of their fields. */
export const PLACES = ['company', 'department', 'position', 'role', 'group', 'contract'] as const;
export type Place = (typeof PLACES)[number];
export type Places = Partial<Record<Place, Choice>>;

/** What a question has chosen of them, with its name. */
export const placesOf = (query: UserListQuery, names: Names): Places =>
  Object.fromEntries(
    PLACES.flatMap((kind) => {
      const id = query[kind];
      return id ? [[kind, { id, name: names[kind] ?? 'unknown' }]] : [];
    }),
  );
