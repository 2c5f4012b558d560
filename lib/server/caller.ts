import { headers } from 'next/headers';
import type { Caller } from '@/lib/domain/security-event';

/** Where this request came from. `x-caller-address` is set by lib/server/before-app. */
export async function caller(): Promise<Caller> {
  const sent = await headers();
  return {
    address: sent.get('x-caller-address') || null,
    // PostgreSQL has no room for NUL; headers hold none.
    agent: sent.get('user-agent')?.slice(0, 300) ?? null,
  };
}
