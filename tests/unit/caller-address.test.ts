import { expect, test } from 'vitest';
import {
  areLoopback,
  callerAddress,
  isPeer,
  networkOf,
  peerList,
} from '@/lib/domain/caller-address';

const PEER = '10.0.0.9';
const NET = ['10.0.0.0/24'];

test.each<[string, string | null, string | null, string[], string | null]>([
  ['the other end, where no proxy is ours', PEER, '203.0.113.5', [], PEER],
  ['the other end, where it is none of ours', '10.0.1.9', '203.0.113.5', [PEER], '10.0.1.9'],
  ['what our proxy was called by', PEER, '203.0.113.5', [PEER], '203.0.113.5'],
  ['not what the caller wrote before it', PEER, '6.6.6.6, 203.0.113.5', [PEER], '203.0.113.5'],
  ['the one before our second proxy', PEER, '6.6.6.6,203.0.113.5,10.0.0.8', NET, '203.0.113.5'],
  ['not one of ours that the caller wrote', PEER, '10.0.0.7, 203.0.113.5', NET, '203.0.113.5'],
  ['the first there is, where all are ours', PEER, '10.0.0.7, 10.0.0.8', NET, '10.0.0.7'],
  ['the other end, where our proxy says nothing', PEER, null, [PEER], PEER],
  ['the other end, where it says what is no address', PEER, "'; DROP TABLE", [PEER], PEER],
  ['the last that is known, where one of ours says rubbish', PEER, 'x, 10.0.0.8', NET, '10.0.0.8'],
  ['IPv4 in its own notation', '::ffff:203.0.113.5', null, [], '203.0.113.5'],
  ['of ours in either notation', '::ffff:10.0.0.9', '203.0.113.5', [PEER], '203.0.113.5'],
  ['no port', PEER, '203.0.113.5:41234', [PEER], '203.0.113.5'],
  ['IPv6 without brackets', PEER, '[2001:DB8::1]:443', [PEER], '2001:db8::1'],
  ['what an IPv6 proxy says', 'fd00::7', '2001:db8::1', ['fd00::/8'], '2001:db8::1'],
  ['nobody, where nothing is known', null, null, [PEER], null],
])('%s', (_, peer, forwarded, ours, expected) => {
  expect(callerAddress(peer, forwarded, peerList(ours))).toBe(expected);
});

test.each([
  ['10.0.0.9', true],
  ['10.0.0.0/8', true],
  ['2001:db8::/32', true],
  ['1', false],
  ['10.0.0.0/33', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/8/9', false],
  ['proxy.example', false],
  ['', false],
])('%s names a peer: %s', (text, expected) => {
  expect(isPeer(text)).toBe(expected);
});

test.each([
  [['127.0.0.1', '::1'], true],
  [['127.0.0.0/8'], true],
  [['127.0.0.0/7'], false],
  [['::1/64'], false],
  [['127.0.0.1', '10.0.0.9'], false],
])('%j is this machine alone: %s', (peers, expected) => {
  expect(areLoopback(peers)).toBe(expected);
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
