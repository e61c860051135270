'use client';

import { useLinkStatus } from 'next/link';

/** Inside a link: marks the page while what the link leads to is on its way (see DataTable). */
export const LinkPending = () => (useLinkStatus().pending ? <span hidden data-pending /> : null);
