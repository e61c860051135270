import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style';
import { cn } from './cn';
import { Spinner } from './spinner';

type Look = { variant?: ButtonVariant; size?: ButtonSize; square?: boolean };
type ButtonProps = ComponentProps<'button'> & Look & { pending?: boolean };

/** A button. While `pending` it keeps its width and its focus, shows a spinner and says it is busy. */
export function Button(props: ButtonProps) {
  const { variant, size, square, pending = false, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      {...(pending ? { 'aria-disabled': true, 'aria-busy': true } : {})}
      className={cn(buttonStyle(variant, size, square), className)}
    >
      {pending ? <Spinner className="absolute" /> : null}
      <span className={cn('contents', pending && '[&>*]:opacity-0')}>
        {pending ? <span className="inline-flex items-center gap-2">{children}</span> : children}
      </span>
    </button>
  );
}

/** A link that looks like a button; for what has an address. */
export function ButtonLink(props: ComponentProps<typeof Link> & Look) {
  const { variant, size, square, className, ...rest } = props;
  return <Link {...rest} className={cn(buttonStyle(variant, size, square), className)} />;
}
