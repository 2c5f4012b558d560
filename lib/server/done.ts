import type { Context } from '@/lib/data/context';
import { getNotice, isAccountAsOf, NOTICE_LASTS } from '@/lib/data/notices';
import { isId } from '@/lib/domain/is-id';
import { keyWords, type NoticeKey } from '@/lib/domain/notice-keys';
import type { DoneNotice } from '@/lib/domain/notice-told';
import { sealerOf } from '@/lib/domain/sealer';
import { env } from './env';

const SEALED = /^[\w-]{40,200}$/;

const sealer = () => sealerOf(env().authSecret, 'notice');

/** What an address holds for what left no event: the key, when, and for whom, where that is known. */
export function sealedNotice(key: NoticeKey, personId = ''): string {
  const sealed = sealer().seal([key, Date.now(), personId].join(' '));
  return Buffer.from(sealed).toString('base64url');
}

/** An address with what was done in it. @param done a submission id, or a sealed notice */
export function withDone(address: string, done: string): string {
  const [path = '', anchor] = address.split('#', 2);
  const sign = path.includes('?') ? '&' : '?';
  return `${path}${sign}done=${done}${anchor === undefined ? '' : `#${anchor}`}`;
}

async function openSealed(reader: Context | null, sealed: string): Promise<DoneNotice | null> {
  if (!SEALED.test(sealed)) return null;
  const [key = '', at = '', personId = ''] =
    sealer().open(Buffer.from(sealed, 'base64url'))?.split(' ') ?? [];
  const title = keyWords(key);
  const age = Date.now() - Number(at);
  if (!title || !(age >= 0 && age < NOTICE_LASTS)) return null;
  if (personId !== '') {
    const own = reader?.actor.kind === 'person' && reader.actor.id === personId;
    if (!reader || !own || !(await isAccountAsOf(reader, new Date(Number(at))))) return null;
  }
  return { key: sealed, title };
}

/**
 * What a page says was done, by what its address holds. An address that was typed, is shared, or
 * is old says nothing.
 * @param reader null where nobody is signed in
 */
export async function doneNotice(
  reader: Context | null,
  query: { done?: string | string[] },
): Promise<DoneNotice | null> {
  const { done } = query;
  if (typeof done !== 'string') return null;
  if (isId(done)) return reader && getNotice(reader, done);
  return openSealed(reader, done);
}
