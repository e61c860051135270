import type { AuditEntry } from '@/lib/audit/commands';
import { changesOf, type Description } from './description';
import type { Edit } from './write';

type Written = {
  before: Description;
  after: Description;
  pictured: 'user.photo-changed' | 'user.photo-removed' | null;
};

/**
 * What the audit keeps of an edit: exactly what changed; that a photo did, never the picture. Of a
 * move between companies each keeps its own side: what somebody was in one, the other does not read.
 */
export function entriesOf({ userId, now, next }: Edit, written: Written): AuditEntry[] {
  const of = { subjectType: 'user', subjectId: userId, companyId: next.companyId } as const;
  const isGiven = now.companyId === null && next.companyId !== null;
  const action = isGiven ? 'user.profile-given' : 'user.updated';
  const isMoved = now.companyId !== null && now.companyId !== next.companyId;
  const changes = changesOf(written.before, written.after);
  const sides = changes && [
    { companyId: now.companyId, before: changes.before },
    { after: changes.after },
  ];
  const told = (isMoved ? sides : changes && [changes]) ?? [];
  return [
    ...told.map((side) => ({ action, ...of, ...side })),
    ...(written.pictured ? [{ action: written.pictured, ...of }] : []),
  ];
}
