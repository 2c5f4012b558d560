import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type { Database } from '@/lib/data/database';

/** A new session of somebody, as the cookie a browser would send. */
export async function sessionCookie(
  db: Database,
  personId: string,
  secret: string,
): Promise<string> {
  const now = new Date();
  // They have shown who they are, for as long as a whole file of tests may take.
  const provedAt = new Date(now.getTime() + 3_600_000);
  const data = { personId, createdAt: now, lastSeenAt: now, provedAt };
  const { id } = await db.session.create({ data });
  return `board-session=${await encode({ token: { sid: id }, secret })}`;
}

/** The cookie of a session that is nowhere. @param maxAge seconds until it has run out */
export async function forgedCookie(secret: string, maxAge = 3600): Promise<string> {
  return `board-session=${await encode({ token: { sid: randomUUID() }, secret, maxAge })}`;
}
