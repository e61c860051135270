import { ActionForm } from '@/components/form/form';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import type { SavedView } from '@/lib/saved-views/queries';
import { saveViewAction } from './actions';
import { ViewFields } from './view-fields';
import { ViewItem } from './view-item';

type ViewsSheetProps = {
  views: SavedView[];
  question: string;
  audience: string;
  origin: string;
};

/** The saved views: to open, to keep the list as it is now, to change and delete. */
export function ViewsSheet({ views, ...list }: ViewsSheetProps) {
  const known = views.some(({ isOwn, question }) => isOwn && question === list.question);
  return (
    <Sheet id="views" title="Views">
      {views.length > 0 ? (
        <ul className="-mt-2">
          {views.map((view) => (
            <ViewItem key={view.id} view={view} {...list} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title="No view yet"
          text="Search, filter and sort the list, then save it here under a name."
        />
      )}
      {known ? null : (
        <section className="mt-5 border-t pt-4">
          <h3 className="mb-3 font-semibold">Save the list as it is now</h3>
          <ActionForm
            key={list.question}
            action={saveViewAction}
            submitLabel="Save view"
            hidden={{ question: list.question }}
            resetOnDone
          >
            <ViewFields audience={list.audience} />
          </ActionForm>
        </section>
      )}
    </Sheet>
  );
}
