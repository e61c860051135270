'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type ReactNode, type SubmitEvent } from 'react';

/** The address a form asks for: what is set, several ticks of one name with commas between. */
function addressOf(path: string, data: FormData): string {
  const question = new URLSearchParams();
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string');
    const given = values.filter((value) => value !== '').join(',');
    if (given) question.set(name, given);
  }
  return question.size > 0 ? `${path}?${question.toString()}` : path;
}

type QueryFormProps = { path: string; className?: string; children: ReactNode };

/** A form that asks a list its question: a plain GET before scripts have loaded, no reload after. */
export function QueryForm({ path, className, children }: QueryFormProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    startTransition(() => router.push(addressOf(path, new FormData(form))));
    form.querySelector<HTMLElement>(':popover-open')?.hidePopover();
  }

  return (
    <form
      action={path}
      role="search"
      onSubmit={onSubmit}
      data-pending={pending || undefined}
      className={className}
    >
      {children}
    </form>
  );
}
