'use client';

import { useRef } from 'react';
import type { PasswordRules } from '@/lib/credentials/policy';
import { PasswordInput } from './password-input';
import { PasswordMeter } from './password-meter';
import { usePasswordStrength } from './use-password-strength';

/** A password to choose, with a meter that holds it to the same rules as the server. */
export function NewPasswordInput({ rules }: { rules: PasswordRules }) {
  const box = useRef<HTMLDivElement>(null);
  const { strength, watch, prepare } = usePasswordStrength(box, rules);
  return (
    <div ref={box}>
      <PasswordInput
        autoComplete="new-password"
        onFocus={prepare}
        onChange={(event) => watch(event.currentTarget)}
      />
      <PasswordMeter strength={strength} />
    </div>
  );
}
