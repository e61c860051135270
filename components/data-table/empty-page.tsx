import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

type EmptyPageProps = { icon: ReactNode; page: number; firstHref: string };

/** A page of a list that has become shorter than that. */
export const EmptyPage = ({ icon, page, firstHref }: EmptyPageProps) => (
  <EmptyState
    icon={icon}
    title="This page is empty"
    text={`There are fewer than ${page.toLocaleString('en')} pages now.`}
    action={<ButtonLink href={firstHref}>Go to the first page</ButtonLink>}
  />
);
