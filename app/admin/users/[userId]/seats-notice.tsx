import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { Seats } from '@/lib/contracts/seats';

const SHOWN = 5;

const more = (count: number, what: string) =>
  `${count.toLocaleString('en')} more ${count === 1 ? 'contract' : 'contracts'}${what}`;

/** Why a key person cannot be put out, and on which contracts they are to be replaced (spec §9). */
export function SeatsNotice({
  seats: { seats, elsewhere },
  cannot,
}: {
  seats: Seats;
  cannot: string;
}) {
  const rest = seats.length - SHOWN;
  const others = [
    ...(rest > 0 ? [more(rest, '')] : []),
    ...(elsewhere > 0 ? [more(elsewhere, ' outside your scope')] : []),
  ];
  return (
    <Notice tone="warning" title={`A key person cannot ${cannot}`}>
      Replace them first on{' '}
      {seats.slice(0, SHOWN).map(({ contractId, number }, index) => (
        <span key={contractId}>
          {index > 0 ? ', ' : null}
          <Link href={`/admin/contracts/${contractId}`} className="underline underline-offset-2">
            {number}
          </Link>
        </span>
      ))}
      {seats.length > 0 && others.length > 0 ? ' and ' : null}
      {others.join(' and ')}. Or lock them: that is always possible.
    </Notice>
  );
}
