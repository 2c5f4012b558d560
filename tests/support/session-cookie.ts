import { encode } from 'next-auth/jwt';
import type { Database } from '@/lib/data/database';

/** A new session of somebody, as the cookie a browser would send. */
export async function sessionCookie(
  db: Database,
  personId: string,
  secret: string,
): Promise<string> {
  const now = new Date();
  const { id } = await db.session.create({ data: { personId, createdAt: now, lastSeenAt: now } });
  return `board-session=${await encode({ token: { sid: id }, secret })}`;
}
