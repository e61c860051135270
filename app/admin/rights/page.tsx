import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { RightCards } from './right-cards';
import { RightsTable } from './rights-table';

export const metadata: Metadata = { title: 'Who may do what' };

export default adminPage('rights.read', (actor) => (
  <>
    <PageHeader
      title="Who may do what"
      description="Staff open the administration; what they may do there follows from their right. Outside its reach nothing is found. Nobody acts on somebody whose right stands above their own."
    />
    <RightCards actor={actor} />
    <RightsTable own={actor.right} />
  </>
));
