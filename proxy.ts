import { frontDoor } from '@/lib/auth/front-door';

// The gate's front door. Only what carries no answer of ours stays outside: static assets, and the
// probes that must answer without the database.
export const proxy = frontDoor;

export const config = {
  matcher: ['/((?!_next/static/|livez$|readyz$|favicon\\.ico$|icon\\.svg$).*)'],
};
