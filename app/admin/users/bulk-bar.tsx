'use client';

import { X } from 'lucide-react';
import { Suspense, use, useEffect, useRef, useState } from 'react';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { useSingleKeys } from '@/components/ui/single-keys';
import { ExportUsersButton } from './export-button';
import { openMassUpdateAction } from './mass/actions';
import { SELECTION, tickAll, useTicked } from './use-ticked';

type BulkBarProps = {
  /** What the list asks, in the words of the address: all its results can be selected. */
  question: string;
  /** How many match; null when they could not be counted. */
  total: Promise<number | null>;
  mayDeactivate: boolean;
  mayExport: boolean;
};

const number = (count: number) => count.toLocaleString('en');

/**
 * What can be done with the ticked people of the page, or with all results. It floats over the foot
 * of the list as long as anybody is ticked, which the style sheet sees before any script does.
 * Give it the list's address as its key: with another list the selection is gone.
 */
export function BulkBar({ question, total, mayDeactivate, mayExport }: BulkBarProps) {
  const { ticked, shown } = useTicked();
  const [all, setAll] = useState(0);
  const { state, pending, formAction, onSubmit } = useActionForm({ action: openMassUpdateAction });
  const bar = useRef<HTMLFormElement>(null);
  const update = useRef<HTMLButtonElement>(null);
  // It stands behind all the rows: many Tabs away from the ticks.
  useSingleKeys({
    m: () => (ticked > 0 ? bar.current?.querySelector('button')?.focus() : false),
  });
  if (all > 0 && ticked < shown) setAll(0);
  useEffect(() => () => tickAll(false), []);

  function selectAll(count: number) {
    tickAll(true);
    setAll(count);
    update.current?.focus();
  }

  function clear() {
    tickAll(false);
    document.getElementById('main')?.focus();
  }

  const text = all
    ? `All ${number(all)} results selected`
    : `${number(ticked)} selected on this page`;
  return (
    <div data-print="hide" className="sticky bottom-3 z-20 h-0">
      <span role="status" className="sr-only">
        {ticked > 0 ? text : ''}
      </span>
      <form
        ref={bar}
        id={SELECTION}
        action={formAction}
        onSubmit={onSubmit}
        aria-label="Selection"
        className="absolute inset-x-0 bottom-0 mx-auto hidden w-fit max-w-full flex-wrap items-center gap-2 rounded-lg bg-raised p-2 shadow-float [main:has(input[name=userIds]:checked)_&]:flex"
      >
        {all ? <AllResults question={question} /> : null}
        <span aria-hidden className="px-1.5 font-medium whitespace-nowrap">
          {ticked > 0 ? text : 'Selected on this page'}
        </span>
        <Suspense>
          {all ? null : <SelectAll ticked={ticked} total={total} onSelect={selectAll} />}
        </Suspense>
        <Button ref={update} type="submit" size="sm" variant="primary" pending={pending}>
          Mass Update
        </Button>
        {mayDeactivate ? (
          <Button type="submit" size="sm" name="change" value="deactivate" pending={pending}>
            Deactivate Users
          </Button>
        ) : null}
        {all && mayExport ? (
          <span className="max-sm:hidden [&_a]:h-7 [&_a]:px-2.5 [&_a]:text-sm">
            <ExportUsersButton question={question} />
          </span>
        ) : null}
        <Button size="sm" variant="ghost" square aria-label="Clear selection" onClick={clear}>
          <X aria-hidden />
        </Button>
        {state.message ? (
          <p role="alert" className="w-full px-1.5 text-sm text-state-danger">
            {state.message}
          </p>
        ) : null}
      </form>
    </div>
  );
}

const AllResults = ({ question }: { question: string }) => (
  <>
    <input type="hidden" name="all" value="true" />
    <input type="hidden" name="question" value={question} />
  </>
);

type SelectAllProps = {
  ticked: number;
  total: Promise<number | null>;
  onSelect: (count: number) => void;
};

function SelectAll({ ticked, total, onSelect }: SelectAllProps) {
  const count = use(total);
  if (ticked === 0 || count === null || count <= ticked) return null;
  return (
    <Button size="sm" onClick={() => onSelect(count)}>
      Select All Results ({number(count)})
    </Button>
  );
}
