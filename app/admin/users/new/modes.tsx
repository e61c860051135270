import Link from 'next/link';

const MODES = [
  { mode: 'new', label: 'Create New User', href: '/admin/users/new' },
  { mode: 'existing', label: 'Use Existing User', href: '/admin/users/new?mode=existing' },
] as const;

/** The two ways to a member: a new account, or one that has no cabinet profile yet (spec §7). */
export function Modes({ mode }: { mode: (typeof MODES)[number]['mode'] }) {
  return (
    <nav aria-label="How to create" className="mb-4 flex gap-1 border-b">
      {MODES.map((one) => (
        <Link
          key={one.mode}
          href={one.href}
          aria-current={one.mode === mode ? 'page' : undefined}
          className="-mb-px border-b-2 border-transparent px-3 py-2 text-muted hover:text-ink aria-[current]:border-current aria-[current]:font-medium aria-[current]:text-accent"
        >
          {one.label}
        </Link>
      ))}
    </nav>
  );
}
