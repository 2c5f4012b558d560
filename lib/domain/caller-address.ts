import { isIP } from 'node:net';

/** IPv4 in its own notation, without the port that some proxies add. */
function plain(text: string): string | null {
  const address = text
    .trim()
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) ? address.toLowerCase() : null;
}

/**
 * Where a request came from. Each trusted proxy adds the address of whoever called it to the end
 * of X-Forwarded-For; what stands before those was sent by the caller, and proves nothing.
 * @param peer the other end of the connection
 * @param forwarded X-Forwarded-For as it came
 * @param proxies how many are ours
 */
export function callerAddress(
  peer: string | null,
  forwarded: string | null,
  proxies: number,
): string | null {
  const entries = (forwarded ?? '').split(',').filter((entry) => entry.trim());
  const told = proxies > 0 ? entries[Math.max(0, entries.length - proxies)] : undefined;
  return plain(told ?? '') ?? plain(peer ?? '');
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
