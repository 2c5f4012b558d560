import { headers } from 'next/headers';
import { callerAddress } from '@/lib/domain/caller-address';
import type { Caller } from '@/lib/domain/security-event';
import { env } from './env';

/** Where this request came from. `x-peer-address` is set by scripts/start/peer-address.mjs. */
export async function caller(): Promise<Caller> {
  const sent = await headers();
  return {
    address: callerAddress(
      sent.get('x-peer-address'),
      sent.get('x-forwarded-for'),
      env().trustProxy,
    ),
    // PostgreSQL has no room for NUL; headers hold none.
    agent: sent.get('user-agent')?.slice(0, 300) ?? null,
  };
}
