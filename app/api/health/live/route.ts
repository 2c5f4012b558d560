export const dynamic = 'force-dynamic';

/** The process answers; says nothing of the database, so that an outage there restarts nothing. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
