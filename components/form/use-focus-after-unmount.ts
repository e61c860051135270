'use client';

import { useEffect, useRef } from 'react';

/** The deed may take its own button off the page; then the focus goes to the page's content. */
export function useFocusAfterUnmount(open: boolean) {
  // The new page comes when it comes: also after the window has closed, or while it does.
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open) wasOpen.current = true;
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
