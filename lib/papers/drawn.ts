import { openDesk } from '@/lib/threads/desk';
import type { DRAWINGS } from './drawing';
import type { DrawingKind, Question } from './drawing-thread';

type Of<Kind extends DrawingKind> = Parameters<(typeof DRAWINGS)[Kind]>[0];
type Drawn<Kind extends DrawingKind> = Awaited<ReturnType<(typeof DRAWINGS)[Kind]>>;

const open = () =>
  openDesk<Question, unknown>({
    file: 'lib/papers/drawing-worker.mjs',
    failed: 'The file could not be made',
    heapMb: 768,
    seconds: 120,
  });

// Kept on the global object: a build has this module once for pages and once for other routes.
const kept = globalThis as typeof globalThis & { boardDesk?: ReturnType<typeof open> };

/**
 * Draws in a thread of its own, one thing after another, in bounded memory and time.
 * @param signal of whoever asks: once they have gone, it is left
 * @throws Error when it cannot be drawn; its message holds no path
 */
export function drawn<Kind extends DrawingKind>(
  kind: Kind,
  of: Of<Kind>,
  signal?: AbortSignal,
): Promise<Drawn<Kind>> {
  kept.boardDesk ??= open();
  return kept.boardDesk.ask({ kind, of }, signal) as Promise<Drawn<Kind>>;
}
