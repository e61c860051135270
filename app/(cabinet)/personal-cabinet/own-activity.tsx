import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { EventList } from '@/components/ui/event-list';
import type { OwnEvent } from '@/lib/users/timeline';

const WHO: Record<OwnEvent['by'], string> = {
  oneself: 'You',
  administrator: 'An administrator',
  nobody: 'Not signed in',
};

type OwnActivityProps = {
  events: OwnEvent[];
  /** Where more of it is shown; none when this is all. */
  moreHref: string | undefined;
};

/** What was done with one's account, newest first. */
export function OwnActivity({ events, moreHref }: OwnActivityProps) {
  return (
    <Card>
      <CardHeader
        title="Activity"
        description="Sign-ins, changes and refusals. Tell your administrator of what you do not recognise."
      />
      <CardBody>
        <EventList events={events.map((event) => ({ ...event, who: WHO[event.by] }))} />
        {moreHref ? (
          <ButtonLink href={moreHref} scroll={false} size="sm" className="mt-4">
            Show more
          </ButtonLink>
        ) : null}
      </CardBody>
    </Card>
  );
}
