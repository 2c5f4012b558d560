import type { Context } from '@/lib/data/context';
import { getNotice, isAccountAsOf } from '@/lib/data/notices';
import { isId } from '@/lib/domain/is-id';
import type { DoneNotice } from '@/lib/domain/notice-told';
import type { ReadingProps } from './reading';
import { openSealedNotice } from './sealed-notice';
import { currentContext } from './session';

async function mayRead(reader: Context | null, personId: string, at: Date): Promise<boolean> {
  if (personId === '') return true;
  const own = reader?.actor.kind === 'person' && reader.actor.id === personId;
  return own && isAccountAsOf(reader, at);
}

/**
 * What a page says was done, by what its address holds: '?done=' and the event of a write, or what
 * the server sealed. An address that was typed, is shared or is old says nothing, and nor does the
 * page of an earlier day.
 */
export async function doneNotice(
  searchParams: ReadingProps['searchParams'],
): Promise<DoneNotice | null> {
  const { done, 'as-at': asAt } = await searchParams;
  if (typeof done !== 'string' || asAt) return null;
  const reader = await currentContext();
  if (isId(done)) return reader && getNotice(reader, done);
  const sealed = openSealedNotice(done);
  if (!sealed || !(await mayRead(reader, sealed.personId, sealed.at))) return null;
  return { key: done, title: sealed.title };
}
