'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import type { PasswordRules } from '@/lib/credentials/policy';
import type { Strength } from './password-strength';

const NOTHING: Strength = { level: 0, word: '' };
const PAUSE = 250; // milliseconds without a key, so that a reader is told of words, not of letters

// Half a megabyte of words that are tried first: fetched once somebody is about to choose.
const load = () => import('./password-strength');

// Who is being written down in the same form counts as much as whom we know already.
const ABOUT = ['firstName', 'lastName', 'email'];

function wordsIn(form: HTMLFormElement | null): string[] {
  const values = form ? ABOUT.map((name) => new FormData(form).get(name)) : [];
  return values.filter((value) => typeof value === 'string');
}

/**
 * Judges what is typed into the password field found in `box`, a moment after each change; a reset
 * form starts anew. Without the meter's script the form works as well, and the server decides.
 */
export function usePasswordStrength(box: RefObject<HTMLElement | null>, rules: PasswordRules) {
  const [strength, setStrength] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function judge(input: HTMLInputElement) {
    const { strengthOf } = await load();
    const words = [...rules.words, ...wordsIn(input.form)];
    setStrength(strengthOf(input.value, { ...rules, words }));
  }

  function watch(input: HTMLInputElement) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void judge(input).catch(() => setStrength(NOTHING)), PAUSE);
  }

  useEffect(() => {
    const form = box.current?.closest('form');
    const reset = () => {
      clearTimeout(timer.current);
      setStrength(NOTHING);
    };
    form?.addEventListener('reset', reset);
    return () => {
      form?.removeEventListener('reset', reset);
      clearTimeout(timer.current);
    };
  }, [box]);

  return { strength, watch, prepare: () => void load().catch(() => undefined) };
}
