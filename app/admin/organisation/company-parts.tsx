import { can } from '@/lib/access/rights';
import { parse, parseQuery } from '@/lib/auth/parse';
import type { PageProps } from '@/lib/auth/page';
import type { Actor } from '@/lib/core/actor';
import { getCompany } from '@/lib/organisation/queries';
import { companyReference, namedListQuery, type PartKind } from '@/lib/organisation/schema';
import { countParts, listParts } from '@/lib/organisation/structure/queries';
import { AddPart } from './add-part';
import { CompanyHeader } from './company-header';
import type { CompanyTab } from './company-tabs';
import { PartsList } from './parts-list';

/** The departments, roles, groups or contract roles of a company, and a line to add one. */
export function companyParts(kind: Exclude<PartKind, 'position'>, tab: CompanyTab, folder: string) {
  return async function Parts(actor: Actor, { params, searchParams }: PageProps) {
    const { companyId } = parse(companyReference, await params);
    const query = parseQuery(namedListQuery, await searchParams);
    const company = await getCompany(actor, companyId);
    const [rows, total] = await Promise.all([
      listParts(actor, kind, companyId, query),
      countParts(actor, kind, companyId, query),
    ]);
    return (
      <>
        <CompanyHeader actor={actor} company={company} tab={tab} />
        {can(actor, 'structure.update', { companyId }) ? (
          <AddPart kind={kind} parentId={companyId} />
        ) : null}
        <PartsList
          kind={kind}
          companyId={companyId}
          path={`/admin/organisation/${companyId}${folder}`}
          query={query}
          rows={rows}
          total={total}
        />
      </>
    );
  };
}
