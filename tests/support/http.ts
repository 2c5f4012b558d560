import { inject } from 'vitest';
import { connectDatabase } from '@/lib/data/database';
import type { Role } from '@/lib/domain/permissions';
import { sessionCookie } from './session-cookie';

/** The running app, and its own database. */
export const app = inject('app');
export const db = connectDatabase(app.database, 2);

const ACCOUNTS: Record<Role, string> = {
  viewer: 'viewer@board.example',
  member: 'member@board.example',
  commissioner: 'commissioner@board.example',
  officer: 'officer@board.example',
  administrator: 'admin@board.example',
};

/** The id of the demo board's person with that role. */
export async function personOf(role: Role): Promise<string> {
  return (await db.person.findUniqueOrThrow({ where: { email: ACCOUNTS[role] } })).id;
}

/** A new session of somebody, as the cookie a browser would send. */
export function cookieOf(personId: string): Promise<string> {
  return sessionCookie(db, personId, app.authSecret);
}

/** Asks the app, following nothing. `from` is the Origin: null sends none. */
export function ask(
  address: string,
  {
    cookie,
    from = app.address,
    headers,
    ...init
  }: RequestInit & { cookie?: string; from?: string | null } = {},
): Promise<Response> {
  const sent = new Headers(headers);
  if (cookie) sent.set('cookie', cookie);
  if (from && init.method && init.method !== 'GET') sent.set('origin', from);
  return fetch(new URL(address, app.address), { redirect: 'manual', ...init, headers: sent });
}
