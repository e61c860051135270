import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { actionLabel } from '@/lib/audit/labels';
import type { TimelineEntry } from '@/lib/users/timeline';
import { Changes } from './changes';

const actorOf = ({ actorName, byOutsider }: TimelineEntry) =>
  actorName ?? (byOutsider ? 'An administrator' : 'Not signed in');

/** What happened to and by a person, newest first, with before and after. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <Card>
      <CardHeader title="Timeline" description="The newest 50 events of the audit." />
      <CardBody>
        {entries.length === 0 ? <p className="text-muted">Nothing has happened yet.</p> : null}
        <ol className="grid gap-4">
          {entries.map((entry) => (
            <li key={entry.id}>
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{actionLabel(entry.action)}</span>
                <span className="text-sm text-muted">
                  <Time at={entry.at} />
                </span>
              </p>
              <p className="text-sm text-muted">
                {actorOf(entry)}
                {entry.address ? ` · ${entry.address}` : null}
              </p>
              <Changes before={entry.before} after={entry.after} />
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}
