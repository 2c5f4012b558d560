import { keyWords, type NoticeKey } from '@/lib/domain/notice-keys';
import { NOTICE_LASTS } from '@/lib/domain/notice-told';
import { sealerOf } from '@/lib/domain/sealer';
import { now } from './clock';
import { env } from './env';

/** By how much the process that sealed it may go by another time: milliseconds. */
const CLOCKS_DIFFER = 1000;
const SEALED = /^[\w-]{40,200}$/;

const sealer = () => sealerOf(env().authSecret, 'notice');

/** What an address holds for what left no event: the key, when, and for whom, where that is known. */
export function sealedNotice(key: NoticeKey, personId = ''): string {
  const sealed = sealer().seal([key, now().getTime(), personId].join(' '));
  return Buffer.from(sealed).toString('base64url');
}

/** What was sealed a moment ago; null for anything else. The person is '' where none is known. */
export function openSealedNotice(
  text: string,
): { title: string; at: Date; personId: string } | null {
  if (!SEALED.test(text)) return null;
  const [key = '', at = '', personId = ''] =
    sealer().open(Buffer.from(text, 'base64url'))?.split(' ') ?? [];
  const title = keyWords(key);
  const age = now().getTime() - Number(at);
  return title && age > -CLOCKS_DIFFER && age < NOTICE_LASTS
    ? { title, at: new Date(Number(at)), personId }
    : null;
}

/** An address with what was done in it. @param done a submission id, or a sealed notice */
export function withDone(address: string, done: string): string {
  const [path = '', anchor] = address.split('#', 2);
  const sign = path.includes('?') ? '&' : '?';
  return `${path}${sign}done=${done}${anchor === undefined ? '' : `#${anchor}`}`;
}
