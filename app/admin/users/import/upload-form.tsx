import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { FileInput } from '@/components/ui/file-input';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { DELIMITER_LABELS, ENCODING_LABELS } from '@/lib/imports/labels';
import { DELIMITERS, ENCODINGS } from '@/lib/imports/schema';
import { Busy } from '../busy';
import { uploadImportAction } from './actions';

/** Chooses the file, and says how to read it where that cannot be found out. */
export const UploadForm = () => (
  <ActionForm
    action={uploadImportAction}
    submitLabel="Upload and match columns"
    cancel={<ButtonLink href="/admin/users">Cancel</ButtonLink>}
  >
    <Field
      label="File"
      name="file"
      required
      hint=".xlsx or .csv, up to 20 MB and 50,000 people. Reading a large one takes some seconds."
    >
      <FileInput accept=".xlsx,.csv,.txt,.tsv" />
    </Field>
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label="Sheet" name="sheet" hint="Its name, if the workbook has several.">
        <Input autoComplete="off" maxLength={100} />
      </Field>
      <Field label="Encoding" name="encoding" hint="Of a CSV.">
        <Select>
          <option value="auto">Automatic</option>
          {ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {ENCODING_LABELS[encoding]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Delimiter" name="delimiter" hint="Of a CSV.">
        <Select>
          <option value="auto">Automatic</option>
          {DELIMITERS.map((delimiter) => (
            <option key={delimiter} value={delimiter}>
              {DELIMITER_LABELS[delimiter]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
    <Busy doing="Sending and reading the file …" />
  </ActionForm>
);
