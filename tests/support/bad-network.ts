import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a form on the way to the app; everything else always gets there. */
export type Weather =
  | 'fair'
  /** It does not get there. */
  | 'cut before'
  /** It gets there, and the answer does not come back. */
  | 'cut after'
  /** It gets there, and the answer waits. */
  | 'silent'
  /** It gets there as a form of an older build does: for an action that is not there any more. */
  | 'older'
  /** It gets there as if its page had been opened at another address. */
  | 'foreign'
  /** Something on the way answers for the app, as nginx does. */
  | 403
  | 413
  | 502;

export interface BadNetwork {
  address: string;
  weather: Weather;
  /** How many forms the app has got through it. */
  arrived: number;
  close(): Promise<void>;
}

/** A proxy that can lose what is sent through it. @param to the app: 'http://localhost:3979' */
export async function badNetwork(to: string): Promise<BadNetwork> {
  const app = new URL(to);
  const network: BadNetwork = { address: '', weather: 'fair', arrived: 0, close };
  const server = createServer((incoming, answer) => {
    const form = incoming.method === 'POST' && !incoming.url?.startsWith('/api/');
    void (form ? send(incoming, answer) : pass(incoming, answer));
  });

  function pass(incoming: IncomingMessage, answer: ServerResponse | null): Promise<void> {
    return new Promise((resolve) => {
      const { method, url: path } = incoming;
      const headers = { ...incoming.headers };
      if (answer && network.weather === 'older' && headers['next-action']) {
        headers['next-action'] = '40'.padEnd(42, 'ab');
      }
      if (answer && network.weather === 'foreign') headers.origin = 'http://elsewhere.example';
      const onward = ask({ host: app.hostname, port: app.port, method, path, headers }, (given) => {
        if (!answer) {
          given.resume();
          given.on('end', resolve);
          return;
        }
        answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
        given.pipe(answer);
        given.on('end', resolve);
      });
      onward.on('error', () => {
        answer?.destroy();
        resolve();
      });
      incoming.pipe(onward);
    });
  }

  async function send(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { weather } = network;
    if (typeof weather === 'number') {
      incoming.resume();
      answer.writeHead(weather, { 'Content-Type': 'text/html', Connection: 'close' });
      answer.end(`<html><body><h1>${weather}</h1><hr>nginx</body></html>`);
      return;
    }
    if (weather === 'cut before') {
      incoming.socket.destroy();
      return;
    }
    network.arrived += 1;
    const lost = weather === 'silent' || weather === 'cut after';
    await pass(incoming, lost ? null : answer);
    if (weather === 'cut after') incoming.socket.destroy();
  }

  function close(): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  network.address = `http://localhost:${(server.address() as AddressInfo).port}`;
  return network;
}
