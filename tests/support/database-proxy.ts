import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What becomes of what is sent to the database, and of its answers. */
type Weather =
  | 'fair'
  /** All is taken, and nothing goes on either way: as in a failover, for connections old and new. */
  | 'swallows'
  /** What is asked gets there, and the answer does not come back. */
  | 'swallows answers'
  /** Nobody listens. */
  | 'away';

export interface DatabaseProxy {
  /** The address of the database by way of the proxy. */
  url: string;
  weather: Weather;
  /** How long each piece takes on its way, in milliseconds. */
  delay: number;
  /** At the next COMMIT the connection breaks: before it gets there, or before its answer is back. */
  breaksAtCommit: 'before' | 'after' | null;
  /** How many connections were let through. */
  opened: number;
  /** How many pieces were swallowed on their way there. */
  swallowed: number;
  /** Ends the connections there are. */
  cut(): void;
  /** Swallows for ever on the connections there are; new ones go through. */
  swallowOld(): void;
  close(): Promise<void>;
}

const COMMIT = Buffer.from('COMMIT\0');

/** A proxy before a database that can swallow, cut and delay. @param to postgresql://… */
export async function databaseProxy(to: string): Promise<DatabaseProxy> {
  const target = new URL(to);
  const pairs = new Set<{ near: Socket; far: Socket; swallowed: boolean }>();
  const server = createServer((near) => {
    if (proxy.weather === 'away') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(target.port || 5432), target.hostname);
    const pair = { near, far, swallowed: false, mute: false };
    pairs.add(pair);
    proxy.opened += 1;
    const pass = (from: Socket, onto: Socket, lost: (bytes: Buffer) => boolean) =>
      from.on('data', (bytes: Buffer) => {
        if (lost(bytes)) return;
        if (proxy.delay > 0) setTimeout(() => onto.write(bytes), proxy.delay);
        else onto.write(bytes);
      });
    pass(near, far, (bytes) => {
      if (proxy.breaksAtCommit && bytes.includes(COMMIT)) {
        pair.mute = true;
        if (proxy.breaksAtCommit === 'before') near.resetAndDestroy();
        else far.write(bytes, () => far.once('data', () => near.resetAndDestroy()));
        proxy.breaksAtCommit = null;
        return true;
      }
      const swallows = pair.swallowed || proxy.weather === 'swallows';
      if (swallows) proxy.swallowed += 1;
      return swallows;
    });
    pass(far, near, () => pair.swallowed || pair.mute || proxy.weather.startsWith('swallows'));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        // What is swallowed does not even end.
        if (!pair.swallowed) other.destroy();
        pairs.delete(pair);
      });
    }
  });
  const proxy: DatabaseProxy = {
    url: '',
    weather: 'fair',
    delay: 0,
    breaksAtCommit: null,
    opened: 0,
    swallowed: 0,
    cut() {
      for (const { near } of pairs) near.resetAndDestroy();
    },
    swallowOld() {
      for (const pair of pairs) pair.swallowed = true;
    },
    async close() {
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  proxy.url = url.href;
  return proxy;
}
