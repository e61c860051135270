import Link from 'next/link';
import { QueryForm } from '@/components/data-table/query-form';
import { hrefOf } from '@/components/data-table/href';
import { Card, CardBody } from '@/components/ui/card';
import { SearchAsTyped } from './search-as-typed';

type Choice = { id: string; name: string };

type CompanyChooserProps = {
  /** Where the form is, and what of its address is kept. */
  path: string;
  kept: Record<string, string | undefined>;
  chosen: Choice | null;
  /** The first that match what is looked for. */
  choices: Choice[];
  q: string;
  /** In words, what opens the list. */
  change: string;
};

/**
 * The company of the form. Another one is a link to the form with what that company offers, so that
 * departments, roles, groups and quizzes are loaded without scripts as well; with them, what was
 * typed stays.
 */
export function CompanyChooser(props: CompanyChooserProps) {
  const { path, kept, chosen, choices, q, change } = props;
  return (
    <Card className="mb-4">
      <CardBody>
        <p className="text-sm text-muted">Company</p>
        <p className="font-medium wrap-anywhere">{chosen ? chosen.name : 'None chosen yet'}</p>
        <details key={chosen?.id ?? 'none'} open={chosen === null || q !== ''} className="mt-2">
          <summary className="inline-block rounded-sm text-sm text-accent hover:underline">
            {change}
          </summary>
          <QueryForm path={path} className="mt-2">
            {Object.entries(kept).map(([name, value]) =>
              value ? <input key={name} type="hidden" name={name} value={value} /> : null,
            )}
            <SearchAsTyped name="q" label="Find a company" value={q} />
          </QueryForm>
          <ul className="mt-2 max-h-64 overflow-y-auto rounded-md border py-1">
            {choices.map(({ id, name }) => (
              <li key={id}>
                <Link
                  href={hrefOf(path, {}, { ...kept, company: id })}
                  replace
                  scroll={false}
                  aria-current={id === chosen?.id ? 'true' : undefined}
                  className="block px-3 py-1.5 wrap-anywhere hover:bg-hover aria-[current]:font-medium aria-[current]:text-accent"
                >
                  {name}
                </Link>
              </li>
            ))}
            {choices.length === 0 ? (
              <li className="px-3 py-1.5 text-muted">No company matches. Look for another name.</li>
            ) : null}
          </ul>
        </details>
      </CardBody>
    </Card>
  );
}
