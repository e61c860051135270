import { ExportButton } from '@/app/admin/exports/export-button';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ImportCounts, ImportDetails } from '@/lib/imports/queries';
import { peopleText, rowsText } from './words';

type ResultProps = { it: ImportDetails; counts: ImportCounts; isForgotten: boolean };

/** What an import has done: who was created, who was not, who was written to. */
export function Result({ it, counts, isForgotten }: ResultProps) {
  const { created, invited = 0 } = it;
  const { bad } = counts;
  return (
    <div className="grid gap-3">
      <Notice tone="success" title={`${peopleText(created ?? 0)} created`}>
        {isForgotten ? 'Its rows are no longer kept. ' : ''}
        {bad > 0 ? `${rowsText(bad)} refused; each is below with the reason. ` : ''}
        {invited > 0 ? `${peopleText(invited)} invited by mail.` : 'Nobody was invited by mail.'}
      </Notice>
      <div className="flex flex-wrap gap-2">
        {isForgotten ? null : <ExportButton href={`/api/users/import/${it.id}`} />}
        <ButtonLink href="/admin/users">Go to the users</ButtonLink>
      </div>
    </div>
  );
}
