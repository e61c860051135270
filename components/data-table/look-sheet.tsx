'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { SheetParts, sheetStyle } from '@/components/ui/sheet-frame';
import { useSingleKeys } from '@/components/ui/single-keys';

/** The addresses around what is looked at; no neighbour at the ends of the page. */
export type LookHrefs = {
  /** The list alone. */
  close: string;
  previous: string | undefined;
  next: string | undefined;
  /** The page of what is looked at, as its row links to it. */
  full: string;
};

type LookSheetProps = {
  title: ReactNode;
  hrefs: LookHrefs;
  footer: ReactNode;
  children: ReactNode;
};

const TITLE = 'look-title';

const rowOf = (href: string) =>
  [...document.querySelectorAll<HTMLElement>('a[data-row-link]')].find(
    (link) => link.getAttribute('href') === href,
  );

/**
 * A quick look at one row, beside its list and part of its address: Back, Esc and the cross close
 * it, then the focus is on the row again. The list stays in reach, with its keys.
 */
export function LookSheet({ title, hrefs, footer, children }: LookSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLAnchorElement>(null);
  const { full, previous, next } = hrefs;
  useSingleKeys({ Escape: () => close.current?.click() });

  useEffect(() => {
    rowOf(full)?.scrollIntoView({ block: 'nearest' });
    if (!sheet.current?.contains(document.activeElement)) sheet.current?.focus();
    return () => {
      if (document.activeElement === document.body) rowOf(full)?.focus();
    };
  }, [full]);

  return (
    <div
      ref={sheet}
      role="dialog"
      aria-modal={false}
      aria-labelledby={TITLE}
      tabIndex={-1}
      data-print="hide"
      className={cn(
        sheetStyle,
        'z-30 flex transition-[translate] max-sm:w-full max-sm:border-l-0 starting:translate-x-8',
      )}
    >
      <SheetParts
        titleId={TITLE}
        title={<span aria-live="polite">{title}</span>}
        tools={
          <>
            <Step href={previous} label="Previous (k)" icon={<ChevronUp aria-hidden />} />
            <Step href={next} label="Next (j)" icon={<ChevronDown aria-hidden />} />
            <ButtonLink
              ref={close}
              href={hrefs.close}
              scroll={false}
              variant="ghost"
              size="sm"
              square
              aria-label="Close quick look"
              title="Close (Esc)"
            >
              <X aria-hidden />
            </ButtonLink>
          </>
        }
        footer={footer}
      >
        {children}
      </SheetParts>
    </div>
  );
}

type StepProps = { href: string | undefined; label: string; icon: ReactNode };

/** To a neighbour: not a step for Back, which closes. */
const Step = ({ href, label, icon }: StepProps) =>
  href ? (
    <ButtonLink
      href={href}
      replace
      scroll={false}
      variant="ghost"
      size="sm"
      square
      aria-label={label}
      title={label}
    >
      {icon}
    </ButtonLink>
  ) : null;
