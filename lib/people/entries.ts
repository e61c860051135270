import type { AuditEntry } from '@/lib/audit/commands';
import { changesOf, type Description } from './description';
import type { Edit } from './write';

type Written = {
  before: Description;
  after: Description;
  pictured: 'user.photo-changed' | 'user.photo-removed' | null;
};

/** What the audit keeps of an edit: exactly what changed; that a photo did, never the picture. */
export function entriesOf({ userId, now, next }: Edit, written: Written): AuditEntry[] {
  const of = { subjectType: 'user', subjectId: userId, companyId: next.companyId } as const;
  const changes = changesOf(written.before, written.after);
  const action = now.companyId === null && next.companyId ? 'user.profile-given' : 'user.updated';
  return [
    ...(changes ? [{ action, ...of, ...changes }] : []),
    ...(written.pictured ? [{ action: written.pictured, ...of }] : []),
  ];
}
