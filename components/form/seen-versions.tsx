'use client';

import { useContext, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { FormContext } from '@/components/ui/field-context';
import type { Conflict } from '@/lib/core/action-state';

/**
 * What this editor has seen of what they change, sent along with the form. Once somebody else has saved
 * first, both versions side by side, and a tick where the other's is taken.
 */
export function SeenVersions({ seen }: { seen: string }) {
  const form = useContext(FormContext);
  const versions = form?.versions;
  // As it was when the form was opened: what is drawn again later was not read by anybody.
  const [first] = useState(seen);
  return (
    <>
      <input type="hidden" name="seen" value={versions?.seen ?? form?.values?.seen ?? first} />
      {versions ? <BothVersions key={versions.seen} fields={versions.fields} /> : null}
    </>
  );
}

function BothVersions({ fields }: { fields: Conflict['fields'] }) {
  return (
    <section aria-label="Both versions" className="rounded-md border border-state-warning">
      <table className="w-full text-sm max-sm:block">
        <thead className="text-left text-muted max-sm:sr-only">
          <tr className="border-b">
            <th className="px-3 py-2 font-medium">Field</th>
            <th className="px-3 py-2 font-medium">Yours</th>
            <th className="px-3 py-2 font-medium">There now</th>
            <th className="px-3 py-2 font-medium">Take theirs</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {fields.map((field) => (
            <Row key={field.name} {...field} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cell = 'px-3 py-2 align-top wrap-anywhere max-sm:block max-sm:py-0.5';
const told = 'mr-2 text-muted sm:hidden';

function Row({ name, label, mine, theirs, take }: Conflict['fields'][number]) {
  return (
    <tr className="border-b last:border-0 max-sm:block max-sm:py-2">
      <th scope="row" className={`${cell} text-left font-medium`}>
        {label}
      </th>
      <td className={cell}>
        <span className={told}>Yours:</span>
        {mine}
      </td>
      <td className={cell}>
        <span className={told}>There now:</span>
        {theirs}
      </td>
      <td className={cell}>
        {/* Of this answer, not of what was sent before it. */}
        <FormContext value={null}>
          <Checkbox
            name="take"
            value={name}
            defaultChecked={take}
            label={<span className="sm:sr-only">Take theirs: {label}</span>}
          />
        </FormContext>
      </td>
    </tr>
  );
}
