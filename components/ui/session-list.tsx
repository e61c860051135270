import type { ReactNode } from 'react';
import { Time } from './time';

type Session = {
  id: string;
  device: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
};

type SessionListProps = {
  sessions: Session[];
  currentId?: string;
  /** What can be done with one of them. */
  action?: (session: Session) => ReactNode;
};

/** Sessions with device, address, since and last seen; the present one says so. */
export function SessionList({ sessions, currentId, action }: SessionListProps) {
  return (
    <ul className="divide-y">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5 first:pt-0 last:pb-0"
        >
          <div className="min-w-0">
            <p className="font-medium">
              {session.device}
              {session.id === currentId ? (
                <span className="ml-2 text-sm font-normal text-state-success">This session</span>
              ) : null}
            </p>
            <p className="text-sm text-muted">
              {session.address} · since <Time at={session.createdAt} /> · last seen{' '}
              <Time at={session.lastSeenAt} />
            </p>
          </div>
          {action?.(session)}
        </li>
      ))}
    </ul>
  );
}
