import { Skeleton } from '@/components/ui/skeleton';

/** Keeps the place of a table while its rows are on their way. */
export function TableSkeleton({ rows }: { rows: number }) {
  return (
    <div
      role="status"
      className="min-w-0 overflow-hidden rounded-lg border bg-surface md:max-h-[calc(100dvh-16rem)]"
    >
      <span className="sr-only">Loading</span>
      <div className="h-9 border-b" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-10 items-center gap-6 border-b px-4 last:border-0">
          <Skeleton className="w-44" />
          <Skeleton className="w-20" />
          <Skeleton className="hidden flex-1 sm:block" />
        </div>
      ))}
    </div>
  );
}
