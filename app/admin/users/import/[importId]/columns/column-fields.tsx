import { Field } from '@/components/form/field';
import { Select } from '@/components/ui/select';
import { columnLetter, IMPORT_FIELD_LABELS } from '@/lib/imports/labels';
import type { ImportDetails, ImportRow } from '@/lib/imports/queries';
import { IMPORT_FIELDS, type ImportPlan } from '@/lib/imports/schema';

type ColumnFieldsProps = { it: ImportDetails; plan: ImportPlan; sample: ImportRow[] };

const examples = (sample: ImportRow[], place: number) =>
  sample.map(({ cells }) => (cells[place] ?? '').trim()).filter(Boolean);

/** Was the column left out when they were matched before? Then its cells are gone. */
const isGone = ({ plan }: ImportDetails, place: number) => plan !== null && !plan.columns[place];

function hint(found: string[], gone: boolean): string {
  if (gone) return 'No longer stored. To take it, upload the file again.';
  return found.length > 0 ? found.join(' · ') : 'The first rows have nothing here.';
}

/** A select for each column of the file: what it holds, beside what its first rows say. */
export const ColumnFields = ({ it, plan, sample }: ColumnFieldsProps) => (
  <ul className="grid gap-4">
    {it.headers.map((header, place) => {
      const found = examples(sample, place);
      const gone = isGone(it, place);
      return (
        <li
          key={columnLetter(place)}
          className="grid items-end gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <Field
            label={
              <>
                <span className="mr-2 font-mono text-faint">{columnLetter(place)}</span>
                {header || <span className="text-muted">No header</span>}
              </>
            }
            name={`column-${place}`}
          >
            <Select defaultValue={plan.columns[place] ?? ''} disabled={gone}>
              <option value="">Left out</option>
              {IMPORT_FIELDS.map((field) => (
                <option key={field} value={field}>
                  {IMPORT_FIELD_LABELS[field]}
                </option>
              ))}
            </Select>
          </Field>
          <p className="truncate pb-2 text-sm text-muted" title={found.join('\n')}>
            {hint(found, gone)}
          </p>
        </li>
      );
    })}
  </ul>
);
