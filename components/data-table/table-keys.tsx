'use client';

import { useRouter } from 'next/navigation';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useSingleKeys } from '@/components/ui/single-keys';

type TableKeysProps = { label: string; density: string; className: string; children: ReactNode };

/**
 * The table's own scrolling frame: j and k move, Enter opens, o looks, x selects, / goes to the
 * search. While a row is looked at, the keys and clicks on rows are about the look.
 */
export function TableKeys({ label, density, className, children }: TableKeysProps) {
  const frame = useRef<HTMLDivElement>(null);
  const router = useRouter();

  const links = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  const looked = () => frame.current?.querySelector('tr[aria-current]');
  const current = () => looked() ?? document.activeElement?.closest('tr');

  const look = (row: Element | null | undefined) =>
    row?.querySelector<HTMLElement>('[data-row-look]')?.click();

  function move(step: 1 | -1) {
    const all = links();
    const at = all.findIndex((link) => link.closest('tr') === current());
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    const link = all[Math.min(Math.max(next, 0), all.length - 1)];
    if (looked()) look(link?.closest('tr'));
    else link?.focus();
  }

  useSingleKeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => look(current()),
    x: () => current()?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click(),
    '/': () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
  });

  function openRow(event: MouseEvent<HTMLDivElement>) {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr[data-href]');
    const href = row?.dataset.href;
    if (!href || event.defaultPrevented || target.closest('a, button, input, label')) return;
    if (window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(href, '_blank', 'noopener');
    else if (looked()) look(row);
    else router.push(href);
  }

  return (
    // The rows' own links serve the keyboard; clicking elsewhere on a row is a convenience.
    <div
      ref={frame}
      role="region"
      aria-label={label}
      tabIndex={0}
      data-density={density}
      data-print="flow"
      className={className}
      onClick={openRow}
    >
      {children}
    </div>
  );
}
