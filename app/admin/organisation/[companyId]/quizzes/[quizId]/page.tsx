import type { Metadata } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { peopleText } from '@/lib/organisation/labels';
import { getCompany } from '@/lib/organisation/queries';
import { getQuiz } from '@/lib/quizzes/queries';
import { updateQuizAction } from '../actions';
import { QuizFields } from '../quiz-fields';
import { DeleteQuizCard } from './delete-quiz-card';
import { QuizToRead } from './quiz-to-read';

export const metadata: Metadata = { title: 'Quiz' };

const reference = z.strictObject({ companyId: idInput(), quizId: idInput() });

export default adminPage('quizzes.read', async (actor, { params }) => {
  const { companyId, quizId } = parse(reference, await params);
  const company = await getCompany(actor, companyId);
  const quiz = await getQuiz(actor, quizId, companyId);
  const list = `/admin/organisation/${companyId}/quizzes`;
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title={quiz.title}
        description={`Assigned to ${peopleText(quiz.assigned)}`}
        breadcrumbs={[
          { label: 'Companies', href: '/admin/organisation' },
          { label: company.name, href: `/admin/organisation/${companyId}` },
          { label: 'Quizzes', href: list },
          { label: quiz.title },
        ]}
      />
      {can(actor, 'quizzes.update', { companyId }) ? (
        <div className="grid gap-4">
          <Card>
            <CardBody>
              <ActionForm
                key={quiz.version}
                action={updateQuizAction}
                submitLabel="Save changes"
                hidden={{ quizId, version: String(quiz.version) }}
                cancel={<ButtonLink href={list}>Cancel</ButtonLink>}
              >
                <QuizFields quiz={quiz} />
              </ActionForm>
            </CardBody>
          </Card>
          <DeleteQuizCard quiz={quiz} />
        </div>
      ) : (
        <QuizToRead quiz={quiz} />
      )}
    </div>
  );
});
