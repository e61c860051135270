import type { ReactNode } from 'react';

type DescriptionListProps = { items: { label: string; value: ReactNode }[] };

/** Facts about one thing, a name and a value a line; an absent value is a dash. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className="divide-y">
      {items.map(({ label, value }) => (
        <div
          key={label}
          className="grid items-baseline gap-x-4 gap-y-0.5 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[9rem_1fr]"
        >
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {value === null || value === undefined || value === '' ? (
              <span className="text-faint">—</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
