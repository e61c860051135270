'use client';

import './globals.css';
import ErrorPage from './error';

/** The same, when not even the frame of the page could be drawn. */
export default function GlobalError(props: Parameters<typeof ErrorPage>[0]) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
