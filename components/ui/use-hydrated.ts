'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Have scripts loaded? False on the server and in the browser's first drawing of its page. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
