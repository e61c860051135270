import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { Person } from '@/lib/users/queries';

/** Why somebody is locked, since when and by whom; nothing when they are not. */
export function LockNotice({ person }: { person: Person }) {
  const { lockedAt, lockReason, lockedByName } = person;
  if (!lockedAt) return null;
  return (
    <Notice tone="warning" title="Locked" className="mb-4">
      {lockReason} · <Time at={lockedAt} />
      {lockedByName ? ` by ${lockedByName}` : null}
    </Notice>
  );
}
