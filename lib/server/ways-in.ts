import type { WaysIn } from '@/lib/domain/single-sign-on';
import { currentBoard } from './current-board';
import { env } from './env';

/** How people can get in: what is set up, and what the board allows. There is always one. */
export function waysIn(board: { passwordsAllowed: boolean }): WaysIn {
  const { entra, oidc } = env();
  const others = [
    ...(entra ? [{ provider: 'entra' as const, name: 'Microsoft' }] : []),
    ...(oidc ? [{ provider: 'oidc' as const, name: oidc.name }] : []),
  ];
  return { passwords: board.passwordsAllowed || others.length === 0, others };
}

/** The same of the board of this request. */
export async function waysInHere(): Promise<WaysIn> {
  return waysIn(await currentBoard());
}
