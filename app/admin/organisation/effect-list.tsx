import { peopleText } from '@/lib/organisation/labels';
import type { GroupEffect } from '@/lib/roles/queries';

type EffectListProps = { effects: GroupEffect[]; verb: 'join' | 'leave' };

/** Groups, and how many people would come into each, or leave it. */
export const EffectList = ({ effects, verb }: EffectListProps) => (
  <ul className="rounded-md border bg-canvas px-3 py-2">
    {effects.map(({ name, people }, index) => (
      <li key={`${index}-${name}`} className="flex flex-wrap justify-between gap-x-4 py-0.5">
        <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
        <span data-tabular className="text-muted">
          {peopleText(people)} {people === 1 ? `${verb}s` : verb}
        </span>
      </li>
    ))}
  </ul>
);
