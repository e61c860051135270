'use client';

import { useContext, type ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { FormContext } from '@/components/ui/field-context';

/** Sends the form around it and shows that it is being sent. */
export function SubmitButton(props: ComponentProps<typeof Button>) {
  const form = useContext(FormContext);
  return (
    <Button variant="primary" {...props} type="submit" pending={props.pending ?? form?.pending} />
  );
}
