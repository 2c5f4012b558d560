import { clockTrouble } from '@/lib/server/clock';
import { isReadyInTime } from '@/lib/server/readiness';

export const dynamic = 'force-dynamic';

/** Ready for people: the database answers and is as new as this code. A clock that is off is said. */
export async function GET(): Promise<Response> {
  const ready = await isReadyInTime();
  const clock = clockTrouble();
  return Response.json(
    { status: ready ? 'ready' : 'not ready', ...(clock && { clock }) },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
