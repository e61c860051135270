import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { AccessChange } from '../change';
import { countEdit, inReach, otherCompany } from './given';

const NOTHING = Prisma.sql`NULL::jsonb`;

const member = (groupId: string, condition = Prisma.empty) => Prisma.sql`EXISTS (
  SELECT 1 FROM user_groups m
  WHERE m.user_id = a.user_id AND m.group_id = ${groupId}::uuid ${condition})`;

const groupName = (groupId: string) => Prisma.sql`jsonb_build_object('groups',
  jsonb_build_array((SELECT g.name FROM access_groups g WHERE g.id = ${groupId}::uuid)))`;

const ofGroup = (actor: Actor, groupId: string) =>
  ({
    permission: 'users.update',
    action: 'user.groups-changed',
    requires: inReach(actor, 'group', groupId),
    looksFurther: true,
  }) as const;

/** Adds people to a group by hand; a membership that a role brought is theirs by hand from now on. */
export const addGroup = (actor: Actor, groupId: string): AccessChange => ({
  ...ofGroup(actor, groupId),
  refused: otherCompany('group', groupId),
  already: member(groupId, Prisma.sql`AND m.source = 'manual'`),
  kept: NOTHING,
  after: groupName(groupId),
  also: async (tx, done) => {
    await tx.$executeRaw`
      INSERT INTO user_groups (user_id, group_id, source)
      SELECT d.user_id, ${groupId}::uuid, 'manual' FROM (${done}) AS d (user_id)
      ON CONFLICT (user_id, group_id) DO UPDATE SET source = 'manual'`;
    await countEdit(tx, done);
  },
});

/** Takes people out of a group they are in by hand; what a role brings goes with the role. */
export const removeGroup = (actor: Actor, groupId: string): AccessChange => ({
  ...ofGroup(actor, groupId),
  refused: Prisma.sql`
    WHEN ${member(groupId, Prisma.sql`AND m.source = 'role'`)} THEN 'from-role'`,
  already: Prisma.sql`NOT ${member(groupId)}`,
  kept: groupName(groupId),
  after: NOTHING,
  also: async (tx, done) => {
    await tx.$executeRaw`
      DELETE FROM user_groups WHERE group_id = ${groupId}::uuid AND user_id IN (${done})`;
    await countEdit(tx, done);
  },
});

const hasQuiz = (quizId: string) => Prisma.sql`EXISTS (
  SELECT 1 FROM quiz_assignments q WHERE q.user_id = a.user_id AND q.quiz_id = ${quizId}::uuid)`;

/** Gives people a quiz of their company to take. */
export const assignQuiz = (actor: Actor, quizId: string): AccessChange => ({
  permission: 'users.update',
  action: 'user.quiz-assigned',
  requires: inReach(actor, 'quiz', quizId),
  refused: otherCompany('quiz', quizId),
  already: hasQuiz(quizId),
  looksFurther: true,
  kept: NOTHING,
  after: Prisma.sql`jsonb_build_object('quiz',
    (SELECT q.title FROM quizzes q WHERE q.id = ${quizId}::uuid))`,
  also: async (tx, done) => {
    await tx.$executeRaw`
      INSERT INTO quiz_assignments (user_id, quiz_id, assigned_by_id)
      SELECT d.user_id, ${quizId}::uuid, ${actor.userId}::uuid FROM (${done}) AS d (user_id)`;
    await countEdit(tx, done);
  },
});
