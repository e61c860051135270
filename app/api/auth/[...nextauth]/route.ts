import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';
import { problem } from '@/lib/auth/problem';

type Context = { params: Promise<{ nextauth: string[] }> };

// Settings exist when a request comes, not when the application is built.
const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions()) as Promise<Response>;

// Signing in is a change; asked to by reading, next-auth would call it a fault of its own.
const read = async (request: NextRequest, context: Context): Promise<Response> =>
  (await context.params).nextauth[0] === 'callback'
    ? problem(405, 'One signs in by posting.')
    : handler(request, context);

export { read as GET, handler as POST };
