import { cn } from './cn';

/** A quiet block that keeps the size of what is coming; give it that size by class. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'block h-4 animate-breathe rounded-sm bg-[color-mix(in_oklab,var(--color-sunken),var(--color-ink)_7%)]',
        className,
      )}
    />
  );
}
