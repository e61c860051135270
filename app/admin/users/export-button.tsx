import { ExportButton } from '@/app/admin/exports/export-button';

/** Exports the list as it is asked for: `question` is the search string of its address. */
export const ExportUsersButton = ({ question }: { question: string }) => (
  <ExportButton href={`/api/users/export${question ? `?${question}` : ''}`} />
);
