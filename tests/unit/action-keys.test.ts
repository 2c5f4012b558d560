import { expect, test } from 'vitest';
import { ACTION_NAMES_KEY, actionSealingKey } from '@/scripts/start/action-keys';

const one = actionSealingKey('the secret of one installation, 32 or more');

test('an installation seals with a key of its own, the same at every start', () => {
  expect(actionSealingKey('the secret of one installation, 32 or more')).toBe(one);
  expect(actionSealingKey('the secret of another one, 32 or more')).not.toBe(one);
  expect(one).not.toBe(ACTION_NAMES_KEY);
});

test.each([one, ACTION_NAMES_KEY])('%s is a key as Next takes them', async (key) => {
  const bytes = Buffer.from(key, 'base64');
  expect(bytes).toHaveLength(32);
  await crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt', 'decrypt']);
});
