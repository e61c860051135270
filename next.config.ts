import type { NextConfig } from 'next';

// What holds for every answer, static files included; the content policy needs a nonce and comes
// from the front door (security 54).
const everywhere = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Never a path, which may hold a token. Under no-referrer browsers post forms with the Origin
  // `null`, which we refuse: nothing would work before scripts have loaded.
  { key: 'Referrer-Policy', value: 'strict-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
];

const config: NextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true }, // types are checked by `npm run check`, once
  reactStrictMode: true,
  serverExternalPackages: [
    '@node-rs/argon2',
    'exceljs',
    'graphile-worker',
    'nodemailer',
    'pg',
    'pino',
    'react-email',
    'resend',
  ],
  // Photos are served by our own route, which asks who looks; the optimiser would not (security 41).
  images: { unoptimized: true },
  experimental: {
    authInterrupts: true,
    // A file of people and its form, as large as the front door lets them pass whole; all other
    // forms are held to less there (lib/auth/body.ts).
    serverActions: { bodySizeLimit: '20.5mb' },
    proxyClientMaxBodySize: '21mb',
  },
  headers: async () => [{ source: '/:path*', headers: everywhere }],
};

export default config;
