import { expect, test } from 'vitest';
import { Room } from '@/lib/server/before-app/room';

const SIZE = { inAll: 6, perNetwork: 4, waiting: 4, waitingPerNetwork: 2 };

/** Asks for room for each; gives who is in, and how each leaves. */
function ask(room: Room, ...who: Array<[network: string, bytes: number]>) {
  const inside: string[] = [];
  const leaves = who.map(([network, bytes], index) =>
    room.ask(network, bytes, () => inside.push(`${network}${index}`)),
  );
  return { inside, leaves };
}

test('one network takes up its share, and the others get theirs', () => {
  const { inside } = ask(new Room(SIZE), ['a', 2], ['a', 2], ['a', 2], ['b', 2], ['b', 2]);
  expect(inside).toEqual(['a0', 'a1', 'b3']);
});

test('whoever waits goes in when there is room, in order', () => {
  const { inside, leaves } = ask(new Room(SIZE), ['a', 4], ['b', 2], ['b', 2], ['a', 4]);
  expect(inside).toEqual(['a0', 'b1']);
  leaves[0]?.();
  expect(inside).toEqual(['a0', 'b1', 'b2']);
  leaves[1]?.();
  leaves[2]?.();
  expect(inside).toEqual(['a0', 'b1', 'b2', 'a3']);
});

test('who gives up waiting is not let in, and leaving twice frees once', () => {
  const room = new Room(SIZE);
  const { inside, leaves } = ask(room, ['a', 4], ['a', 4], ['a', 4]);
  leaves[1]?.();
  leaves[0]?.();
  leaves[0]?.();
  expect(inside).toEqual(['a0', 'a2']);
  expect(ask(room, ['b', 3]).inside).toEqual([]);
});

test('so many may wait, and no more', () => {
  const room = new Room(SIZE);
  const { leaves } = ask(room, ['a', 4], ['a', 4], ['a', 4], ['a', 4]);
  expect(leaves.map((leave) => leave !== null)).toEqual([true, true, true, false]);
  // Another network has its own places to wait in, as far as there are any.
  expect(ask(room, ['b', 4], ['b', 4], ['c', 4]).leaves.map((leave) => leave !== null)).toEqual([
    true,
    true,
    false,
  ]);
});

test('a large one is not passed for ever by small ones', () => {
  const { inside } = ask(new Room(SIZE), ['a', 4], ['b', 4], ['c', 1]);
  expect(inside).toEqual(['a0']);
});
