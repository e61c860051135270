import { useEffect, useRef } from 'react';
import type { Review } from '@/lib/core/action-state';

/** What would change, row by row, before and after: nothing is saved yet. Takes the focus. */
export function ReviewList({ review }: { review: Review }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label="What changes"
      className="rounded-lg border border-accent bg-surface outline-none"
    >
      <h3 className="border-b px-4 py-3 font-semibold">
        What changes: {review.length === 1 ? 'one row' : `${review.length} rows`}
        <span className="mt-0.5 block text-sm font-normal text-muted">
          Nothing is saved yet. Submit applies all of it, or nothing.
        </span>
      </h3>
      <ul className="divide-y">
        {review.map(({ title, changes }) => (
          <li
            key={title}
            className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_2fr]"
          >
            <p className="font-medium wrap-anywhere">{title}</p>
            <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
              {changes.map(({ label, before, after }) => (
                <div key={label} className="col-span-2 grid grid-cols-subgrid">
                  <dt className="text-muted">{label}</dt>
                  <dd className="min-w-0 wrap-anywhere">
                    {before === null ? null : (
                      <>
                        <span className="text-muted line-through">{before}</span>
                        <span className="sr-only"> becomes</span> <span aria-hidden>→</span>{' '}
                      </>
                    )}
                    <span className="font-medium">{after}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
