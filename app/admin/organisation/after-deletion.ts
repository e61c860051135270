import type { PartKind } from '@/lib/organisation/schema';

type Whose = { companyId: string | null; departmentId?: string | null };

/** Where one goes on once a part is deleted: to what it belonged to. */
export function afterDeletion(kind: PartKind, { companyId, departmentId }: Whose): string {
  if (companyId === null) return '/admin/groups';
  const company = `/admin/organisation/${companyId}`;
  if (kind === 'department') return company;
  return kind === 'position' ? `${company}/departments/${departmentId}` : `${company}/${kind}s`;
}
