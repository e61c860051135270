'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/form';
import type { FormAction } from '@/components/form/use-action-form';
import { BackupCodes } from './backup-codes';
import { CodeField } from './code-field';
import { NotedField } from './noted-field';

type SetUpStepsProps = {
  /** What is asked for: a code of the app, or, once one was right, that its backup codes are kept. */
  step: 'confirm' | 'codes';
  /** What the app is to be told, for the first step. */
  appKey: ReactNode;
  confirm: FormAction;
  finish: FormAction;
  name: string;
  day: string;
  wide: boolean;
};

const LOST =
  'Your app is confirmed, and your backup codes were shown once. Did you not save them? Have new ones shown; those from before stop working.';

/**
 * A set-up under way. The form that confirms stays in its place for both steps: only so does its
 * answer, the backup codes, also reach a browser that runs no scripts.
 */
export function SetUpSteps(props: SetUpStepsProps) {
  const { step, appKey, confirm, finish, name, day, wide } = props;
  const isConfirmed = step === 'codes';
  return (
    <div className="grid gap-5">
      {appKey}
      <ActionForm
        action={confirm}
        submitLabel={isConfirmed ? 'Show new backup codes' : 'Confirm'}
        submitVariant={isConfirmed ? 'secondary' : 'primary'}
        wide={wide}
        answer={({ once }) => once && <BackupCodes codes={once} name={name} day={day} />}
      >
        {isConfirmed ? <p className="text-pretty text-muted">{LOST}</p> : <CodeField />}
      </ActionForm>
      {isConfirmed ? (
        <ActionForm action={finish} submitLabel="Finish" wide={wide}>
          <NotedField />
        </ActionForm>
      ) : null}
    </div>
  );
}
