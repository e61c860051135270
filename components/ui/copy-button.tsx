'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { useToast } from './toast';

type CopyButtonProps = { value: string; label: string; text?: string };

/** Copies `value`; `label` names it ("Copy link"), `text` is shown beside the icon when given. */
export function CopyButton({ value, label, text }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      toast.error('The browser did not allow copying. Select the text and copy it by hand.');
    }
  }

  return (
    <>
      <Button
        variant={text ? 'secondary' : 'ghost'}
        size="sm"
        square={!text}
        aria-label={text ? undefined : label}
        title={label}
        onClick={() => void copy()}
      >
        {copied ? <Check aria-hidden className="text-state-success" /> : <Copy aria-hidden />}
        {text}
      </Button>
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}
