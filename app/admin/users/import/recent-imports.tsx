import Link from 'next/link';
import { Card, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { ImportSummary } from '@/lib/imports/queries';
import { ImportStateBadge } from './state-badge';

const rowsText = ({ size, created }: ImportSummary) =>
  `${size.toLocaleString('en')} rows${created === null ? '' : `, ${created.toLocaleString('en')} people created`}`;

/** What the administrator imported last, each with what became of it. */
export const RecentImports = ({ imports }: { imports: ImportSummary[] }) => (
  <Card>
    <CardHeader title="Your last imports" />
    <ul className="divide-y">
      {imports.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
          <div className="min-w-0 flex-1 basis-48">
            <Link
              href={`/admin/users/import/${one.id}`}
              className="rounded-sm font-medium wrap-anywhere hover:underline"
            >
              {one.fileName}
            </Link>
            <p className="text-sm text-muted">
              {rowsText(one)} · <Time at={one.createdAt} />
            </p>
          </div>
          <ImportStateBadge state={one.state} />
        </li>
      ))}
    </ul>
  </Card>
);
