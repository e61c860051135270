import 'server-only';
import {
  forbidden as showForbidden,
  notFound as showNotFound,
  redirect,
  unstable_rethrow,
} from 'next/navigation';
import type { ReactNode } from 'react';
import { holds, type Permission } from '@/lib/access/rights';
import type { Step } from '@/lib/access/decision';
import type { Actor } from '@/lib/core/actor';
import { AppError } from '@/lib/core/errors';
import { destination } from './gate';
import type { SearchParams } from './parse';
import type { Area } from './routes';
import { enter } from './viewer';

export type PageProps = {
  params: Promise<Record<string, string>>;
  searchParams: Promise<SearchParams>;
};

type Render = (actor: Actor, props: PageProps) => Promise<ReactNode> | ReactNode;
type Page = (props: PageProps) => Promise<ReactNode>;

// Whatever is thrown here and not told apart goes to app/error.tsx, which shows an id alone.
async function shown(draw: () => Promise<ReactNode> | ReactNode): Promise<ReactNode> {
  try {
    return await draw();
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError && error.code === 'forbidden') showForbidden();
    if (error instanceof AppError && ['invalid', 'not_found'].includes(error.code)) showNotFound();
    throw error;
  }
}

const gated =
  (area: Exclude<Area, 'public'>, render: Render): Page =>
  (props) =>
    shown(async () => {
      const entry = await enter(area);
      if (entry.kind !== 'pass') redirect(destination(entry, null));
      return render(entry.actor, props);
    });

/** A page for everybody. */
export const publicPage =
  (render: (props: PageProps) => Promise<ReactNode> | ReactNode): Page =>
  (props) =>
    shown(() => render(props));

/** The page of an owed step: nobody else may open it. */
export const stepPage = (step: Step, render: Render): Page => gated(step, render);

/** A page for somebody who owes nothing. */
export const cabinetPage = (render: Render): Page => gated('cabinet', render);

/** A page of the administration, for staff whose right includes the permission, or one of several. */
export const adminPage = (permission: Permission | Permission[], render: Render): Page =>
  gated('admin', (actor, props) => {
    if (![permission].flat().some((one) => holds(actor, one))) showForbidden();
    return render(actor, props);
  });
