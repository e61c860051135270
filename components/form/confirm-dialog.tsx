'use client';

import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import { ActionForm } from './form';
import type { FormAction } from './use-action-form';

type ConfirmDialogProps = {
  /** The button that opens the dialog. */
  trigger: ReactElement;
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

/** Asks before a deed: who is concerned, what happens, then a button that says it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, description, people, verb, tone = 'danger', action, hidden } = props;
  const [open, setOpen] = useState(false);
  useFocusAfterUnmount(open);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={trigger} />
      <DialogContent title={title} description={description}>
        {people?.length ? <Concerned people={people} /> : null}
        <ActionForm
          action={action}
          {...(hidden ? { hidden } : {})}
          submitLabel={verb}
          submitVariant={tone}
          cancel={<DialogClose render={<Button>Cancel</Button>} />}
          onDone={() => setOpen(false)}
        >
          {props.children}
        </ActionForm>
      </DialogContent>
    </Dialog>
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

/** The deed may take its own button off the page; then the focus goes to the page's content. */
function useFocusAfterUnmount(open: boolean) {
  const wasOpen = useRef(open);
  useEffect(() => {
    wasOpen.current = open;
  }, [open]);
  useEffect(
    () => () => {
      if (!wasOpen.current) return;
      setTimeout(() => {
        if (document.activeElement === document.body) document.getElementById('main')?.focus();
      });
    },
    [],
  );
}
