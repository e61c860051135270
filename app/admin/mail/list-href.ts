import { mailListQuery, type MailListQuery } from '@/lib/mail/schema';

const defaults = mailListQuery.parse({});

/** The address of the outbox for a question, with what differs from the defaults. */
export function listHref(query: MailListQuery, change: Partial<MailListQuery> = {}): string {
  const wanted: MailListQuery = { ...query, ...change };
  const entries = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && value !== defaults[name as keyof MailListQuery],
  );
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `/admin/mail?${search.toString()}` : '/admin/mail';
}
