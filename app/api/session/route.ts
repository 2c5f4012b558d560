import { openSessionHere, standingOf } from '@/lib/server/session';

async function standing(looking: boolean): Promise<Response> {
  const session = await openSessionHere(looking);
  const headers = { 'Cache-Control': 'private, no-store' };
  if (!session) return Response.json({ over: true }, { status: 401, headers });
  return Response.json(standingOf(session), { headers });
}

/** How long the session still lasts. Asking is no use of it, and does not make it last longer. */
export function GET(): Promise<Response> {
  return standing(true);
}

/** Stays signed in. */
export function POST(): Promise<Response> {
  return standing(false);
}
