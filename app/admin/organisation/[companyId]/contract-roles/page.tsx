import type { Metadata } from 'next';
import { adminPage } from '@/lib/auth/page';
import { companyParts } from '../../company-parts';

export const metadata: Metadata = { title: 'Contract roles' };

export default adminPage(
  'companies.read',
  companyParts('contract-role', 'contract-roles', '/contract-roles'),
);
