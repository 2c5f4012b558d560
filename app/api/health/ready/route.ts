import { isReady } from '@/lib/data/health';
import { database } from '@/lib/server/database';
import { env } from '@/lib/server/env';

export const dynamic = 'force-dynamic';

/** Ready for people: the database answers and is as new as this code. */
export async function GET(): Promise<Response> {
  const ready = await isReady(database(), env().schemaVersion);
  return Response.json(
    { status: ready ? 'ready' : 'not ready' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
