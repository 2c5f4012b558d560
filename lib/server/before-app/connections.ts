import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Every open connection, with the answers on it that are not finished. */
const open = new Map<Socket, Set<ServerResponse>>();
let stopping = false;

export function noteConnection(socket: Socket): void {
  open.set(socket, new Set());
  socket.once('close', () => open.delete(socket));
}

/** An answer that has begun is finished when the app is told to stop; its connection ends with it. */
export function noteAnswer(response: ServerResponse): void {
  const { socket } = response;
  const answers = socket && open.get(socket);
  if (!socket || !answers) return;
  answers.add(response);
  if (stopping) response.shouldKeepAlive = false;
  response.once('close', () => {
    answers.delete(response);
    if (stopping && answers.size === 0) socket.destroySoon();
  });
}

/** Next stops listening and waits for the connections that are left: here those go that wait. */
export function closeIdleWhenStopped(): void {
  process.once('SIGTERM', () => {
    stopping = true;
    for (const [socket, answers] of open) {
      if (answers.size === 0) socket.destroy();
      for (const answer of answers) answer.shouldKeepAlive = false;
    }
  });
}
