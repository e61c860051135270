import type { Metadata } from 'next';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { FIELDS } from '@/lib/bulk/labels';
import { fieldsFor } from '@/lib/bulk/policy';
import { fieldQuery, listReference } from '@/lib/bulk/schema';
import { notFound } from '@/lib/core/errors';
import { getFrozenList } from '@/lib/frozen-lists/queries';
import { usersText } from '../users-text';
import { FieldList } from './field-list';
import { ValueOf } from './value-of';

export const metadata: Metadata = { title: 'Mass Update' };

// The people are frozen already; here one chooses the field, then its value (spec §8).
export default adminPage('users.update', async (actor, { params, searchParams }) => {
  const { listId } = parse(listReference, await params);
  const { field, company } = parseQuery(fieldQuery, await searchParams);
  const fields = fieldsFor(actor);
  if (field && !fields.includes(field)) throw notFound('This field');
  const list = await getFrozenList(actor, listId);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Users', href: '/admin/users' }, { label: 'Mass Update' }]}
        title="Mass Update"
        count={usersText(list.size)}
        description="These users were selected; who matches later is left alone. Choose the field to change, then its value. Nothing happens before you have seen a preview."
      />
      <div className="grid items-start gap-4 lg:grid-cols-[18rem_1fr]">
        <FieldList listId={listId} fields={fields} chosen={field} />
        <Card>
          {field ? (
            <>
              <CardHeader title={FIELDS[field].label} description={FIELDS[field].about} />
              <CardBody>
                <ValueOf actor={actor} listId={listId} field={field} company={company} />
              </CardBody>
            </>
          ) : (
            <EmptyState
              title="Choose a field"
              text="Its values are offered here. A preview then tells who will change, who is so already, and who is refused."
            />
          )}
        </Card>
      </div>
    </>
  );
});
