import Link from 'next/link';

type SeatLinksProps = {
  /** The first contracts, and how many there are. */
  seats: { id: string; number: string }[];
  count: number;
  /** Outside the reader's scope. */
  elsewhere: number;
};

/** The contracts on which somebody is a key person: the first as links, the rest as a number. */
export function SeatLinks({ seats, count, elsewhere }: SeatLinksProps) {
  const rest = count - seats.length;
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {seats.map(({ id, number }) => (
        <Link
          key={id}
          href={`/admin/contracts/${id}`}
          className="relative z-1 underline underline-offset-2"
        >
          {number}
        </Link>
      ))}
      {rest > 0 ? <span className="text-muted">and {rest.toLocaleString('en')} more</span> : null}
      {elsewhere > 0 ? (
        <span className="text-muted">{elsewhere.toLocaleString('en')} outside your scope</span>
      ) : null}
    </span>
  );
}
