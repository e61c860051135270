import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { countLateMatches, type Run } from '@/lib/bulk/queries';
import type { Actor } from '@/lib/core/actor';

/** Who matches by now without having been on the list: told, and left alone (spec §8). */
export async function LateMatches({ actor, run }: { actor: Actor; run: Run }) {
  const late = await countLateMatches(actor, run);
  if (late === 0) return null;
  const more = late === 1 ? '1 more matches now' : `${late.toLocaleString('en')} more match now`;
  return (
    <Notice tone="warning" className="mb-4" title={more}>
      They came after the selection and were left alone.{' '}
      <Link href={`/admin/users?${run.question ?? ''}`} className="underline underline-offset-2">
        Show who matches now
      </Link>
    </Notice>
  );
}
