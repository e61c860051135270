import { Clock } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** An import of yesterday: its rows are people's data, and kept no longer. */
export const Expired = () => (
  <Card>
    <EmptyState
      icon={<Clock aria-hidden />}
      title="This import has expired"
      text="Its file was uploaded more than a day ago, and nobody was created. Upload it again; its columns are matched as you left them."
      action={
        <ButtonLink href="/admin/users/import" variant="primary">
          Upload again
        </ButtonLink>
      }
    />
  </Card>
);
