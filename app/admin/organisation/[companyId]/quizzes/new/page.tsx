import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { companyReference } from '@/lib/organisation/schema';
import { createQuizAction } from '../actions';
import { QuizFields } from '../quiz-fields';

export const metadata: Metadata = { title: 'Create Quiz' };

export default adminPage('quizzes.update', async (actor, { params }) => {
  const { companyId } = parse(companyReference, await params);
  const company = await getCompany(actor, companyId);
  const list = `/admin/organisation/${companyId}/quizzes`;
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title="Create Quiz"
        breadcrumbs={[
          { label: 'Companies', href: '/admin/organisation' },
          { label: company.name, href: `/admin/organisation/${companyId}` },
          { label: 'Quizzes', href: list },
          { label: 'Create Quiz' },
        ]}
      />
      <Card>
        <CardBody>
          <ActionForm
            action={createQuizAction}
            submitLabel="Create quiz"
            hidden={{ companyId }}
            cancel={<ButtonLink href={list}>Cancel</ButtonLink>}
          >
            <QuizFields />
          </ActionForm>
        </CardBody>
      </Card>
    </div>
  );
});
