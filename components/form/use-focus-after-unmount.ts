'use client';

import { useEffect, useRef } from 'react';

/** The deed may take its own button off the page; then the focus goes to the page's content. */
export function useFocusAfterUnmount(open: boolean) {
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
