import { CircleAlert } from 'lucide-react';

/** What is wrong with a field, under it; its id is what the control is described by. */
export const FieldError = ({ id, message }: { id: string; message: string | undefined }) =>
  message ? (
    <p id={id} className="mt-1.5 flex gap-1.5 text-sm wrap-anywhere text-state-danger">
      <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      {message}
    </p>
  ) : null;
