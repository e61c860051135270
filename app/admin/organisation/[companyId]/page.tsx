import type { Metadata } from 'next';
import { adminPage } from '@/lib/auth/page';
import { companyParts } from '../company-parts';

export const metadata: Metadata = { title: 'Structure' };

export default adminPage('companies.read', companyParts('department', 'structure', ''));
