import { Check } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { PERMISSION_LABELS, permissionGroups } from '@/lib/access/labels';
import {
  ADMIN_RIGHTS,
  holds,
  RIGHT_LABELS,
  type AdminRight,
  type Permission,
} from '@/lib/access/rights';

const CELL = 'border-b px-3 text-center';
const HEAD = 'sticky left-0 z-1 border-r border-b bg-surface px-4 text-left font-normal';

/** The table of rights as it refuses and draws (lib/access/rights.ts), the viewer's own column marked. */
export function RightsTable({ own }: { own: AdminRight | null }) {
  return (
    <div
      role="region"
      aria-label="Permissions of each right"
      tabIndex={0}
      className="relative min-w-0 overflow-auto rounded-lg border bg-surface focus-visible:outline-offset-0 md:max-h-[calc(100dvh-6rem)] md:min-h-80"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">Permissions of each right</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            <th scope="col" className={cn(HEAD, 'h-11 min-w-36 text-xs font-medium text-muted')}>
              May
            </th>
            {ADMIN_RIGHTS.map((right) => (
              <th
                key={right}
                scope="col"
                className={cn(
                  CELL,
                  'min-w-28 py-2 text-xs font-medium text-muted',
                  right === own && 'bg-accent-soft text-ink',
                )}
              >
                {RIGHT_LABELS[right]}
                {right === own ? <span className="block font-normal">Your right</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        {permissionGroups().map(({ label, permissions }) => (
          <tbody key={label} className="last:[&>tr:last-child>*]:border-b-0">
            <tr>
              <th
                scope="rowgroup"
                colSpan={1 + ADMIN_RIGHTS.length}
                className="h-8 border-b bg-sunken text-left text-xs font-medium text-muted"
              >
                <span className="sticky left-0 px-4">{label}</span>
              </th>
            </tr>
            {permissions.map((permission) => (
              <PermissionRow key={permission} permission={permission} own={own} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

type PermissionRowProps = { permission: Permission; own: AdminRight | null };

const PermissionRow = ({ permission, own }: PermissionRowProps) => (
  <tr>
    <th scope="row" className={cn(HEAD, 'h-9 py-1.5')}>
      {PERMISSION_LABELS[permission]}
    </th>
    {ADMIN_RIGHTS.map((right) => (
      <td key={right} className={cn(CELL, right === own && 'bg-accent-soft')}>
        {holds({ isStaff: true, right, companyId: null }, permission) ? (
          <>
            <Check aria-hidden className="mx-auto size-4 text-state-active" />
            <span className="sr-only">Yes</span>
          </>
        ) : (
          <span className="text-faint">
            <span aria-hidden>–</span>
            <span className="sr-only">No</span>
          </span>
        )}
      </td>
    ))}
  </tr>
);
