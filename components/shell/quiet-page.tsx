import type { ReactNode } from 'react';
import { Logo } from './logo';

type QuietPageProps = { title: string; lead?: ReactNode; footer?: ReactNode; children: ReactNode };

/** The frame of sign-in pages: the product, one card, one next step. */
export function QuietPage({ title, lead, footer, children }: QuietPageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="grid min-h-dvh grid-rows-[minmax(2rem,1fr)_auto_minmax(2rem,2fr)] justify-items-center px-4"
    >
      <div className="row-start-2 w-full max-w-95">
        <p className="mb-6 flex items-center justify-center gap-2 text-lg font-semibold tracking-tight">
          <Logo className="size-6" />
          Gatehouse
        </p>
        <div className="rounded-xl border bg-surface p-6 sm:p-8">
          <h1 className="text-xl font-semibold">{title}</h1>
          {lead ? <div className="mt-1 text-pretty text-muted">{lead}</div> : null}
          <div className="mt-6">{children}</div>
        </div>
        {footer ? <div className="mt-4 text-center text-sm text-muted">{footer}</div> : null}
      </div>
    </main>
  );
}
