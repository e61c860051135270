'use client';

import type { ReactNode, RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { DialogClose, DialogContent } from '@/components/ui/dialog';
import { ActionForm } from './form';
import type { FormAction } from './use-action-form';

/** What is asked before a deed. */
export type Confirmation = {
  title: ReactNode;
  /** What will happen to them. */
  description: ReactNode;
  /** Whom it concerns, by name. */
  people?: string[];
  /** The deed, on the button: "Lock 214 users". */
  verb: ReactNode;
  tone?: 'primary' | 'danger';
  action: FormAction;
  hidden?: Record<string, string>;
  children?: ReactNode;
};

type ContentProps = Confirmation & {
  onDone: () => void;
  /** Where the focus goes when the window closes; to its trigger unless given. */
  finalFocus?: RefObject<HTMLElement | null>;
};

/** The window that asks: who is concerned, what happens, then a button that says it. */
export function ConfirmContent(props: ContentProps) {
  const { title, description, people, verb, tone = 'danger', action, hidden, finalFocus } = props;
  return (
    <DialogContent title={title} description={description} finalFocus={finalFocus}>
      {people?.length ? <Concerned people={people} /> : null}
      <ActionForm
        action={action}
        {...(hidden ? { hidden } : {})}
        submitLabel={verb}
        submitVariant={tone}
        cancel={<DialogClose render={<Button>Cancel</Button>} />}
        onDone={props.onDone}
      >
        {props.children}
      </ActionForm>
    </DialogContent>
  );
}

const SHOWN = 8;

function Concerned({ people }: { people: string[] }) {
  const more = people.length - SHOWN;
  return (
    <ul className="mb-4 rounded-md border bg-canvas px-3 py-2">
      {people.slice(0, SHOWN).map((name, index) => (
        <li key={`${index}-${name}`} className="truncate py-0.5 font-medium">
          {name}
        </li>
      ))}
      {more > 0 ? (
        <li className="py-0.5 text-muted">and {more.toLocaleString('en')} more</li>
      ) : null}
    </ul>
  );
}
