import { actionLabel } from '@/lib/audit/labels';
import { Changes } from './changes';
import { Time } from './time';

type EventRow = {
  id: string;
  at: Date;
  action: string;
  /** Who did it, in words. */
  who: string;
  address: string | null;
  before: unknown;
  after: unknown;
};

/** Events of the audit in words: what, when, who, from where, and what changed. */
export function EventList({ events }: { events: EventRow[] }) {
  if (events.length === 0) return <p className="text-muted">Nothing has happened yet.</p>;
  return (
    <ol className="grid gap-4">
      {events.map(({ id, at, action, who, address, before, after }) => (
        <li key={id}>
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{actionLabel(action)}</span>
            <span className="text-sm text-muted">
              <Time at={at} />
            </span>
          </p>
          <p className="text-sm text-muted">
            {who}
            {address ? ` · ${address}` : null}
          </p>
          <Changes before={before} after={after} />
        </li>
      ))}
    </ol>
  );
}
