import { BlockList, isIP } from 'node:net';

/** IPv4 in its own notation, without the port that some proxies add. */
function plain(text: string): string | null {
  const address = text
    .trim()
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) ? address.toLowerCase() : null;
}

/** An address, or a network as 10.0.0.0/8. */
function parsePeer(text: string): { address: string; prefix: number } | null {
  const [address = '', prefix, ...more] = text.split('/');
  const whole = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) === 0 || more.length > 0) return null;
  if (prefix === undefined) return { address, prefix: whole };
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > whole) return null;
  return { address, prefix: Number(prefix) };
}

export const isPeer = (text: string): boolean => parsePeer(text) !== null;

/** @param peers addresses and networks, each of which isPeer() takes */
export function peerList(peers: readonly string[]): BlockList {
  const list = new BlockList();
  for (const peer of peers) {
    const { address, prefix } = parsePeer(peer) ?? { address: '::', prefix: 128 };
    list.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const LOOPBACK = peerList(['127.0.0.0/8', '::1']);

export function isIn(list: BlockList, address: string | null): boolean {
  const plainly = plain(address ?? '');
  return plainly !== null && list.check(plainly, isIP(plainly) === 6 ? 'ipv6' : 'ipv4');
}

/** Whether peers can be nobody but programs of this very machine. */
export function areLoopback(peers: readonly string[]): boolean {
  return peers.every((peer) => {
    const { address, prefix } = parsePeer(peer) ?? { address: '', prefix: 0 };
    return isIn(LOOPBACK, address) && (isIP(address) === 6 ? prefix === 128 : prefix >= 8);
  });
}

/**
 * Where a request came from. Each proxy adds the address of whoever called it to the end of
 * X-Forwarded-For, and is believed where it is one of ours: the caller is the last address that is
 * not. What stands before that was sent by the caller, and proves nothing.
 * @param peer the other end of the connection
 * @param forwarded X-Forwarded-For as it came
 * @param ours the proxies whose word is taken
 */
export function callerAddress(
  peer: string | null,
  forwarded: string | null,
  ours: BlockList,
): string | null {
  let caller = plain(peer ?? '');
  const told = (forwarded ?? '').split(',').filter((entry) => entry.trim());
  while (isIn(ours, caller)) {
    const before = plain(told.pop() ?? '');
    if (before === null) break;
    caller = before;
  }
  return caller;
}

/**
 * What attempts from a network address are counted under. Of IPv6 that is its first 64 bits: whoever
 * has one address has the rest of that network too.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', after] = address.split('::');
  const groups = before === '' ? [] : before.split(':');
  const last = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - last.length);
  return [...groups, ...Array<string>(zeros).fill('0'), ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
