'use client';

import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { FormSummary } from '@/components/form/form-summary';
import { SubmitButton } from '@/components/form/submit-button';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { RoleChoice } from '@/lib/contracts/assignments/queries';
import { changeAssignmentsAction } from './actions';
import { AssignmentFields, type EditableRow } from './assignment-fields';
import { BothVersions } from './both-versions';
import { ReviewList } from './review-list';

type AssignmentFormProps = {
  rows: EditableRow[];
  roles: RoleChoice[];
  /** Where the rows are read again, afterwards or instead. */
  doneHref: string;
};

/**
 * Rows to edit, then what they change, then the change (spec §10): one form, whose rows stay in it
 * while they are looked at, so that going back finds what was typed. Works before any script.
 */
export function AssignmentForm({ rows, roles, doneHref }: AssignmentFormProps) {
  const router = useRouter();
  const id = useId();
  const { state, pending, formAction, onSubmit, answered } = useActionForm({
    action: changeAssignmentsAction,
    // Verified is not done yet.
    onDone: ({ review }) => !review && router.push(doneHref),
  });
  const { review, versions } = state;
  const isReview = review !== undefined && review.length > 0;
  return (
    <form id={id} action={formAction} onSubmit={onSubmit} noValidate>
      <FormSummary formId={id} state={state} />
      {state.status === 'done' && state.message && !answered ? (
        <Notice tone="success" className="mb-4">
          {state.message}
        </Notice>
      ) : null}
      {versions ? <BothVersions fields={versions.fields} /> : null}
      {isReview ? <ReviewList review={review} /> : null}
      <div hidden={isReview} className="divide-y rounded-lg border bg-surface">
        {rows.map((row) => (
          <AssignmentFields
            key={`${row.contractId} ${row.userId}`}
            formId={id}
            row={row}
            roles={roles.filter(({ companyId }) => companyId === row.contractCompanyId)}
            state={state}
          />
        ))}
      </div>
      <div className="mt-4 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <ButtonLink href={doneHref}>Cancel</ButtonLink>
        {isReview ? (
          <SubmitButton name="step" value="edit" variant="secondary">
            Back to editing
          </SubmitButton>
        ) : null}
        <SubmitButton
          key={isReview ? 'submit' : 'verify'}
          id={`${id}-step`}
          name="step"
          value={isReview ? 'submit' : 'verify'}
          pending={pending}
        >
          {isReview ? 'Submit' : 'Verify'}
        </SubmitButton>
      </div>
    </form>
  );
}
