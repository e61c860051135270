import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { EventList } from '@/components/ui/event-list';
import type { TimelineEntry } from '@/lib/users/timeline';

const whoOf = ({ actorName, byOutsider }: TimelineEntry) =>
  actorName ?? (byOutsider ? 'An administrator' : 'Not signed in');

/** What happened to a person or a contract, newest first, with before and after. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <Card>
      <CardHeader title="Timeline" description="The newest 50 events of the audit." />
      <CardBody>
        <EventList events={entries.map((entry) => ({ ...entry, who: whoOf(entry) }))} />
      </CardBody>
    </Card>
  );
}
