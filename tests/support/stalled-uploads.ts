import { execFileSync } from 'node:child_process';
import { connect, type Socket } from 'node:net';

const MB = 1024 * 1024;

/** What a process holds of the machine's memory, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) * 1024;
}

export interface Stalled {
  /** What each of them was answered so far. */
  answers(): string[];
  end(): void;
}

/** Opens connections that each declare a file of 20 MB, send 19 as far as it is taken, and wait. */
export function stallUploads(
  count: number,
  { address, path, cookie }: { address: string; path: string; cookie: string },
): Stalled {
  const { hostname, port } = new URL(address);
  const answered: string[] = Array<string>(count).fill('');
  const part = Buffer.alloc(MB, 'a');
  const sockets = answered.map((_, index) => {
    const socket: Socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      answered[index] += String(piece);
    });
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${address}\r\nCookie: ${cookie}\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ${20 * MB}\r\n\r\n`,
    );
    let left = 19;
    const send = () => {
      while (left > 0 && !socket.destroyed) {
        left -= 1;
        if (!socket.write(part)) {
          socket.once('drain', send);
          return;
        }
      }
    };
    send();
    return socket;
  });
  return {
    answers: () => answered,
    end: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
