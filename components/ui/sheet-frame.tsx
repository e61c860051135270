import type { ReactNode } from 'react';

/** The frame of what stands at the side of a page: give it a width, and show it as `flex`. */
export const sheetStyle =
  'fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-100 flex-col border-l bg-raised p-0 text-ink shadow-float outline-none';

type SheetPartsProps = {
  titleId: string;
  title: ReactNode;
  /** At the right of the title, the one that closes last. */
  tools: ReactNode;
  /** Stays at the foot while the rest scrolls. */
  footer?: ReactNode;
  children: ReactNode;
};

/** A sheet's head, its content that scrolls, and its foot. */
export const SheetParts = ({ titleId, title, tools, footer, children }: SheetPartsProps) => (
  <>
    <div className="flex h-12 shrink-0 items-center justify-between gap-2 border-b pr-2 pl-4">
      <h2 id={titleId} className="min-w-0 truncate font-semibold">
        {title}
      </h2>
      <div className="flex shrink-0 items-center gap-1">{tools}</div>
    </div>
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">{children}</div>
    {footer ? (
      <div className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t px-4 py-3">
        {footer}
      </div>
    ) : null}
  </>
);
