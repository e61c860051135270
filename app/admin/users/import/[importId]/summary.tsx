import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { ButtonLink } from '@/components/ui/button';
import { columnLetter, IMPORT_FIELD_LABELS } from '@/lib/imports/labels';
import type { FrequentError, ImportCounts, ImportDetails } from '@/lib/imports/queries';
import type { ImportPlan } from '@/lib/imports/schema';
import { rowsText } from './words';

type SummaryProps = {
  it: ImportDetails;
  plan: ImportPlan;
  counts: ImportCounts;
  frequent: FrequentError[];
};

const Figure = ({ label, value }: { label: string; value: number }) => (
  <div className="min-w-0">
    <dt className="text-sm text-muted">{label}</dt>
    <dd data-tabular className="text-xl font-semibold">
      {value.toLocaleString('en')}
    </dd>
  </div>
);

/** What is not taken from the file, and what was taken for nothing. */
function remarks({ headers }: ImportDetails, { columns }: ImportPlan, { short }: ImportCounts) {
  const out = headers.flatMap((header, place) =>
    columns[place] ? [] : [header === '' ? `column ${columnLetter(place)}` : `“${header}”`],
  );
  return [
    out.length > 0 ? `Left out, and not stored: ${out.join(', ')}.` : '',
    short > 0
      ? `${rowsText(short)} with fewer cells than there are headers; what is missing is taken as empty.`
      : '',
  ].filter(Boolean);
}

const where = (field: FrequentError['field']) =>
  field === 'row' ? 'Row' : IMPORT_FIELD_LABELS[field];

/** What the check found: the rows by what becomes of them, and the errors that most of them have. */
export function Summary({ it, plan, counts, frequent }: SummaryProps) {
  const { good, bad, empty, twins, taken } = counts;
  const isDone = it.state === 'done';
  return (
    <Card>
      <CardHeader
        title={isDone ? 'The rows of the file' : 'What the check found'}
        actions={
          isDone ? null : (
            <ButtonLink size="sm" href={`/admin/users/import/${it.id}/columns`}>
              Match columns again
            </ButtonLink>
          )
        }
      />
      <CardBody className="grid gap-4">
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-5">
          <Figure label={isDone ? 'Created' : 'Can be created'} value={good} />
          <Figure label={isDone ? 'Refused' : 'With errors'} value={bad} />
          <Figure label="Empty" value={empty} />
          <Figure label="E-mail twice in the file" value={twins} />
          <Figure label="E-mail exists already" value={taken} />
        </dl>
        {remarks(it, plan, counts).map((remark) => (
          <p key={remark} className="text-sm text-muted">
            {remark}
          </p>
        ))}
        {frequent.length > 0 ? (
          <ul className="grid gap-1 border-t pt-4 text-sm">
            {frequent.map(({ field, message, rows }) => (
              <li key={field + message} className="grid grid-cols-[3rem_1fr] gap-x-3">
                <span data-tabular className="text-right text-muted">
                  {rows.toLocaleString('en')}
                </span>
                <span className="min-w-0 wrap-anywhere">
                  <span className="font-medium">{where(field)}</span> {message}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
      </CardBody>
    </Card>
  );
}
