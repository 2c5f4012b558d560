import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Every open connection, with how many of its requests are not answered yet. */
const open = new Map<Socket, number>();
let stopping = false;

export function noteConnection(socket: Socket): void {
  open.set(socket, 0);
  socket.once('close', () => open.delete(socket));
}

/** An answer that has begun is finished when the app is told to stop; its connection is the last. */
export function noteAnswer(response: ServerResponse): void {
  const { socket } = response;
  if (!socket) return;
  open.set(socket, (open.get(socket) ?? 0) + 1);
  if (stopping) response.shouldKeepAlive = false;
  response.once('close', () => {
    const left = (open.get(socket) ?? 1) - 1;
    if (!socket.destroyed) open.set(socket, left);
    if (stopping && left === 0) socket.destroySoon();
  });
}

/** Next stops listening and waits for the connections that are left: here those go that wait. */
export function closeIdleWhenStopped(): void {
  process.once('SIGTERM', () => {
    stopping = true;
    for (const [socket, answers] of open) if (answers === 0) socket.destroy();
  });
}
