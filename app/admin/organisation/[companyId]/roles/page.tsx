import type { Metadata } from 'next';
import { adminPage } from '@/lib/auth/page';
import { companyParts } from '../../company-parts';

export const metadata: Metadata = { title: 'Roles' };

export default adminPage('companies.read', companyParts('role', 'roles', '/roles'));
