import { z } from 'zod';
import { idInput, searchInput } from '@/lib/core/input';

/** A role brings at most so many groups: they are chosen on one page and kept in its address. */
export const MOST_GROUPS = 100;

const shown = z.coerce.number().int().min(0);
const groupIds = z
  .string()
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .pipe(z.array(idInput()).max(MOST_GROUPS));

/**
 * The groups that a role is to bring, instead of those it brought when they were chosen (`from`),
 * and how many memberships were said to come and go.
 */
export const roleGroupsChange = z.strictObject({
  roleId: idInput(),
  from: groupIds,
  groups: groupIds,
  come: shown,
  go: shown,
});
export type RoleGroupsChange = z.infer<typeof roleGroupsChange>;

const typedName = z.string().max(200).optional();

/** A role to delete, with as many holders and memberships to go as were shown. */
export const roleToDelete = z.strictObject({
  roleId: idInput(),
  people: shown,
  memberships: shown,
  name: typedName,
});
export type RoleToDelete = z.infer<typeof roleToDelete>;

/** A group to delete, with as many members as were shown. */
export const groupToDelete = z.strictObject({ groupId: idInput(), people: shown, name: typedName });
export type GroupToDelete = z.infer<typeof groupToDelete>;

const several = z
  .union([idInput().transform((id) => [id]), z.array(idInput()).max(MOST_GROUPS)])
  .default([]);

/** The page of a role: a search among the groups, and those ticked once `chosen` is there. */
export const roleQuery = z.strictObject({
  q: searchInput.default(''),
  chosen: z.literal('1').optional(),
  group: several,
});
export type RoleQuery = z.infer<typeof roleQuery>;
