import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { FIELDS } from '@/lib/bulk/labels';
import type { BulkField } from '@/lib/bulk/schema';

type FieldListProps = { listId: string; fields: BulkField[]; chosen: BulkField | undefined };

/** What may be changed, as links: the choice is in the address. */
export function FieldList({ listId, fields, chosen }: FieldListProps) {
  return (
    <nav
      aria-label="Field to change"
      // On a narrow screen the chosen field's form comes first.
      className={cn('rounded-lg border bg-surface p-1', chosen && 'max-lg:order-last')}
    >
      <ul className="grid gap-px max-lg:sm:grid-cols-2">
        {fields.map((field) => (
          <li key={field}>
            <Link
              href={`/admin/users/mass/${listId}?field=${field}`}
              aria-current={field === chosen ? 'true' : undefined}
              className="block rounded-md px-3 py-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:text-accent"
            >
              <span className="block font-medium">{FIELDS[field].label}</span>
              <span className="block text-sm text-muted">{FIELDS[field].about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
