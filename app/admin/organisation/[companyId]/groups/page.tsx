import type { Metadata } from 'next';
import { adminPage } from '@/lib/auth/page';
import { companyParts } from '../../company-parts';

export const metadata: Metadata = { title: 'Groups' };

export default adminPage('companies.read', companyParts('group', 'groups', '/groups'));
