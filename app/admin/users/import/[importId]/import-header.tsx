import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import type { ImportDetails } from '@/lib/imports/queries';

type ImportHeaderProps = { it: ImportDetails; title: string; actions?: ReactNode };

/** The head of the pages of one import: what is done there, and with which file. */
export const ImportHeader = ({ it, title, actions }: ImportHeaderProps) => (
  <PageHeader
    title={title}
    description={it.fileName}
    actions={actions}
    breadcrumbs={[
      { label: 'Users', href: '/admin/users' },
      { label: 'Import', href: '/admin/users/import' },
      { label: title },
    ]}
  />
);
