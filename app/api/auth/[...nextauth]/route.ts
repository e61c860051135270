import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';
import { problem } from '@/lib/auth/problem';

type Context = { params: Promise<{ nextauth: string[] }> };

// Settings exist when a request comes, not when the application is built.
const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions()) as Promise<Response>;

// What of next-auth there is here. Not its log, into which anybody could write; and signing in is a
// change: asked to by reading, next-auth would call it a fault of its own.
const answers = (known: string[]) => async (request: NextRequest, context: Context) => {
  const [deed = ''] = (await context.params).nextauth;
  return known.includes(deed) ? handler(request, context) : problem(404, 'There is nothing here.');
};

export const GET = answers(['csrf', 'session', 'providers']);
export const POST = answers(['callback', 'session', 'signout']);
