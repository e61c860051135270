import type { Conflict } from '@/lib/core/action-state';

/** What somebody else saved meanwhile beside what is here, field by field. */
export const BothVersions = ({ fields }: { fields: Conflict['fields'] }) => (
  <section
    aria-label="Both versions"
    className="mb-4 rounded-md border border-state-warning bg-surface px-3 py-2 text-sm"
  >
    <ul className="grid gap-1">
      {fields.map(({ name, label, mine, theirs, take }) => (
        <li key={name} className="wrap-anywhere">
          <span className="font-medium">{label}</span>{' '}
          {take
            ? `is ${theirs} now (was ${mine}); you did not touch it, so it stays so.`
            : `is ${theirs} now; you have ${mine}, which would replace it.`}
        </li>
      ))}
    </ul>
  </section>
);
