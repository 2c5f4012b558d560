import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { callerAddress, isIn, peerList } from '@/lib/domain/caller-address';
import { env } from '@/lib/server/env';
import { noteForwarded } from '@/lib/server/forwarded';
import { log } from '@/lib/server/log';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value.join(',') : value) ?? null;

let ours: BlockList | undefined;

/**
 * Works out where a request came from, and tells the app by `x-caller-address`, whatever was sent
 * under that name. The first forwarded header of nobody we trust is told to whoever runs this.
 */
export function stampAddress(request: IncomingMessage): string {
  ours ??= peerList(env().trustProxy);
  const { headers, socket } = request;
  const peer = socket.remoteAddress ?? null;
  const address = callerAddress(peer, one(headers['x-forwarded-for']), ours) ?? '';
  const sent = FORWARDED.filter((name) => name in headers);
  if (sent.length > 0 && !isIn(ours, peer) && noteForwarded(new Date())) {
    log.warn(
      { peer, headers: sent.join(', ') },
      'Forwarded headers came from a peer that TRUST_PROXY does not name: they are not believed',
    );
  }
  headers['x-caller-address'] = address;
  return address;
}
