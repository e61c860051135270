import Link from 'next/link';
import { ActionForm } from '@/components/form/form';
import { Checkbox } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import type { SavedView } from '@/lib/saved-views/queries';
import { LIST } from '../list-href';
import { deleteViewAction, updateViewAction } from './actions';
import { ViewFields } from './view-fields';

type ViewItemProps = {
  view: SavedView;
  /** The question the list shows now. */
  question: string;
  audience: string;
  /** Where the application is, for a link to give away. */
  origin: string;
};

const summary =
  'flex h-7 w-fit cursor-pointer items-center rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink';

/** A view to open, to hand on as a link, and, one's own, to edit and delete. */
export function ViewItem({ view, question, audience, origin }: ViewItemProps) {
  const href = view.question ? `${LIST}?${view.question}` : LIST;
  return (
    <li className="border-b py-2 last:border-b-0">
      <div className="flex items-center gap-1">
        <Link
          href={href}
          aria-current={view.question === question ? 'page' : undefined}
          className="min-w-0 flex-1 rounded-md px-2 py-1.5 font-medium wrap-anywhere hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:text-accent"
        >
          {view.name}
        </Link>
        <CopyButton value={origin + href} label={`Copy link to ${view.name}`} />
      </div>
      {view.isOwn ? (
        <OwnView view={view} question={question} audience={audience} />
      ) : (
        <p className="px-2 text-sm text-muted">
          Shared by {view.ownerName ?? 'another administrator'}
        </p>
      )}
    </li>
  );
}

function OwnView({ view, question, audience }: Omit<ViewItemProps, 'origin'>) {
  return (
    <details>
      <summary className={summary} aria-label={`Edit ${view.name}`}>
        {view.isShared ? 'Shared · Edit' : 'Edit'}
      </summary>
      <div className="mt-2 mb-3 grid gap-3 rounded-md border p-3">
        <ActionForm
          action={updateViewAction}
          submitLabel="Save changes"
          hidden={{ viewId: view.id }}
        >
          <ViewFields name={view.name} isShared={view.isShared} audience={audience} />
          {view.question === question ? null : (
            <Checkbox
              name="question"
              value={question}
              label="Replace its filters by those of the list now"
            />
          )}
        </ActionForm>
        <ActionForm
          action={deleteViewAction}
          submitLabel={`Delete “${view.name}”`}
          submitVariant="secondary"
          hidden={{ viewId: view.id }}
        />
      </div>
    </details>
  );
}
