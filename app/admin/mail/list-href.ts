import { hrefOf } from '@/components/data-table/href';
import { mailListQuery, type MailListQuery } from '@/lib/mail/schema';

const defaults = mailListQuery.parse({});

/** The address of the outbox for a question, with what differs from the defaults. */
export const listHref = (query: MailListQuery, change: Partial<MailListQuery> = {}): string =>
  hrefOf('/admin/mail', defaults, query, change);
