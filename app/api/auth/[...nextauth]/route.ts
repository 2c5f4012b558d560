import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { env } from '@/lib/server/env';
import { authOptions } from '@/lib/server/session';

/** next-auth's own addresses. Its settings are read when asked for: building needs none. */
function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  // Where next-auth sends people back to; it reads the environment itself.
  process.env.NEXTAUTH_URL ??= env().appUrl;
  return NextAuth(request as never, context as never, authOptions());
}

export { handler as GET, handler as POST };
