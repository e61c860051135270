'use client';

import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { controlStyle } from '@/components/ui/control-style';
import { Input } from '@/components/ui/input';
import { useHydrated } from '@/components/ui/use-hydrated';

export type Option = { id: string; name: string; hint?: string };

type LongTickListProps = {
  label: string;
  options: Option[];
  ticked: string[];
  /** Opened by itself: there is something to mend. */
  open: boolean;
  ticks: (isShown: (option: Option) => boolean) => ReactNode;
};

const NAMED = 3;

/** "3 of 57 chosen: A, B, C" as far as there is room for names. */
function summaryOf(options: Option[], ticked: string[]): string {
  const names = options.filter(({ id }) => ticked.includes(id)).map(({ name }) => name);
  const count = `${names.length.toLocaleString('en')} of ${options.length.toLocaleString('en')} chosen`;
  if (names.length === 0) return count;
  return `${count}: ${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
}

/** A long list of ticks behind one line that says what is chosen: one stop of Tab until it is opened. */
export function LongTickList({ label, options, ticked, open, ticks }: LongTickListProps) {
  const [text, setText] = useState('');
  const hydrated = useHydrated();
  const wanted = text.trim().toLowerCase();
  const isShown = ({ name }: Option) => name.toLowerCase().includes(wanted);
  return (
    <details open={open} className="group/list">
      <summary
        className={cn(controlStyle, 'flex h-9 items-center gap-2 group-open/list:bg-sunken')}
      >
        <span className={cn('min-w-0 flex-1 truncate', ticked.length === 0 && 'text-faint')}>
          {summaryOf(options, ticked)}
        </span>
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-faint group-open/list:rotate-180"
        />
      </summary>
      <div className="mt-2 grid gap-2">
        {hydrated ? (
          <Input
            type="search"
            aria-label={`Narrow ${label.toLowerCase()}`}
            placeholder={`Narrow ${options.length.toLocaleString('en')} by name`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
          />
        ) : null}
        {wanted && !options.some(isShown) ? (
          <p role="status" className="text-sm text-muted">
            None of them contains “{text.trim()}”.
          </p>
        ) : null}
        {ticks(isShown)}
      </div>
    </details>
  );
}
