import { Upload } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';

/** Leads to the import of many. */
export const ImportLink = () => (
  <ButtonLink href="/admin/users/import">
    <Upload aria-hidden /> Import
  </ButtonLink>
);
