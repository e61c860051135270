import { cn } from '@/components/ui/cn';
import type { Strength } from './password-strength';

// Written out, so that they are found in here when the style sheet is made.
const HUES = [
  'bg-line',
  'bg-state-danger',
  'bg-state-warning',
  'bg-state-success',
  'bg-state-success',
];

/** Four segments and a word; what has to be changed stands beneath. Said politely to readers. */
export function PasswordMeter({ strength: { level, word, problem } }: { strength: Strength }) {
  return (
    <div className="mt-2 text-sm">
      <div className="flex h-5 items-center gap-3">
        <div aria-hidden className="flex flex-1 gap-1">
          {[1, 2, 3, 4].map((segment) => (
            <span
              key={segment}
              className={cn('h-1 flex-1 rounded-full', segment <= level ? HUES[level] : 'bg-line')}
            />
          ))}
        </div>
        <p role="status" className="min-w-22 text-right text-muted">
          {word ? <span className="sr-only">Password strength: </span> : null}
          {word}
          {problem ? <span className="sr-only">. {problem}</span> : null}
        </p>
      </div>
      {problem ? (
        <p aria-hidden className="mt-0.5 text-pretty text-state-danger">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
