import { expect, test } from 'vitest';
import { DEVICE_DAYS, openDevices, sealDevices, withDevice } from '@/lib/domain/known-device';
import { sealerOf } from '@/lib/domain/sealer';

const sealer = sealerOf('a secret of these tests, long enough', 'known device');
const now = new Date('2026-12-01T10:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let made = 0;
const newId = () => `browser ${++made}`;
const of = (personId: string) => withDevice([], personId, newId, now);

test('a browser is known by who signed in there, for half a year', () => {
  const cookie = sealDevices(sealer, of('one'));
  expect(openDevices(sealer, cookie, now)).toEqual([
    { personId: 'one', id: expect.any(String), since: now },
  ]);
  expect(openDevices(sealer, cookie, later(DEVICE_DAYS - 0.1))).toHaveLength(1);
  expect(openDevices(sealer, cookie, later(DEVICE_DAYS))).toEqual([]);
  expect(cookie).not.toContain('one');
});

test('nobody makes one up: what was not sealed here, and for this, is nothing', () => {
  const cookie = sealDevices(sealer, of('one'));
  const others = [
    sealDevices(sealerOf('another secret, also long enough', 'known device'), of('one')),
    sealDevices(sealerOf('a secret of these tests, long enough', 'notice'), of('one')),
    `${cookie.slice(0, -2)}AA`,
    Buffer.from(JSON.stringify([['one', 'x', now.getTime()]])).toString('base64url'),
    'x'.repeat(5000),
    '',
    undefined,
  ];
  for (const other of others) expect(openDevices(sealer, other, now)).toEqual([]);
});

test('it stays the same browser when somebody signs in again, and knows the latest five', () => {
  const [first] = of('one');
  const again = withDevice(first ? [first] : [], 'one', newId, later(1));
  expect(again).toEqual([{ ...first, since: later(1) }]);
  const many = ['a', 'b', 'c', 'd', 'e'].reduce(
    (held, name) => withDevice(held, name, newId, now),
    again,
  );
  const kept = openDevices(sealer, sealDevices(sealer, many), now);
  expect(kept.map(({ personId }) => personId)).toEqual(['e', 'd', 'c', 'b', 'a']);
});
