import { PageHeader } from '@/components/ui/page-header';
import { countText, peopleText } from '@/lib/organisation/labels';
import type { PartKind } from '@/lib/organisation/schema';
import type { Part } from '@/lib/organisation/structure/queries';
import { PeopleLink } from './delete-card';
import { KINDS, peopleHref } from './kinds';

type PartHeaderProps = {
  kind: PartKind;
  part: Part;
  company: { id: string; name: string };
  /** What lies between the company and the part: the department of a position. */
  below?: { label: string; href: string };
};

/** The head of a part's page: where it lies, its name, and who is in it. */
export function PartHeader({ kind, part, company, below }: PartHeaderProps) {
  const companyHref = `/admin/organisation/${company.id}`;
  const { title, one, folder } = KINDS[kind];
  const list = { label: title, href: `${companyHref}/${folder}` };
  return (
    <PageHeader
      title={part.name}
      description={
        <>
          {one} · <PartPeople kind={kind} part={part} />
        </>
      }
      breadcrumbs={[
        { label: 'Companies', href: '/admin/organisation' },
        { label: company.name, href: companyHref },
        ...(kind === 'department' || kind === 'position' ? [] : [list]),
        ...(below ? [below] : []),
        { label: part.name },
      ]}
    />
  );
}

/** How many people are in a part, and the way to them. */
export function PartPeople({ kind, part }: { kind: PartKind; part: Part }) {
  if (KINDS[kind].counted) return countText(part.related, 'assignment');
  if (part.people === 0) return 'nobody in it';
  return <PeopleLink href={peopleHref(kind, part.id)}>{peopleText(part.people)}</PeopleLink>;
}
