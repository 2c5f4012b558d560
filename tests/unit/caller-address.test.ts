import { expect, test } from 'vitest';
import { callerAddress, networkOf } from '@/lib/domain/caller-address';

const PEER = '10.0.0.9';

test.each<[string, string | null, string | null, number, string | null]>([
  ['the other end, where no proxy is ours', PEER, '203.0.113.5', 0, PEER],
  ['what our proxy was called by', PEER, '203.0.113.5', 1, '203.0.113.5'],
  ['not what the caller wrote before it', PEER, '198.51.100.1, 203.0.113.5', 1, '203.0.113.5'],
  ['the one before our second proxy', PEER, '6.6.6.6, 203.0.113.5, 10.0.0.8', 2, '203.0.113.5'],
  ['the first there is, where a proxy is left out', PEER, '203.0.113.5', 3, '203.0.113.5'],
  ['the other end, where the proxy says nothing', PEER, null, 1, PEER],
  ['the other end, where it says what is no address', PEER, "'; DROP TABLE", 1, PEER],
  ['IPv4 in its own notation', '::ffff:203.0.113.5', null, 0, '203.0.113.5'],
  ['no port', PEER, '203.0.113.5:41234', 1, '203.0.113.5'],
  ['IPv6 without brackets, in small letters', PEER, '[2001:DB8::1]:443', 1, '2001:db8::1'],
  ['nobody, where nothing is known', null, null, 0, null],
])('%s', (_, peer, forwarded, proxies, expected) => {
  expect(callerAddress(peer, forwarded, proxies)).toBe(expected);
});

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['unknown', 'unknown'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('attempts from %s are counted under %s', (address, expected) => {
  expect(networkOf(address)).toBe(expected);
});
