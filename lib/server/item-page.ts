import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getItem } from '@/lib/data/item-view';
import { formatDate } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import {
  ITEM_KINDS,
  itemPath,
  KIND_NAMES,
  kindOfReference,
  parseReference,
} from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { type Reading, readingOf } from './reading';
import { signedIn } from './session';

/** What Next hands to a page below /[register]/[reference]. */
export interface ItemPageProps {
  params: Promise<{ register: string; reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * Leads to the page that says there is nothing here, status 404. Not Next's own notFound(): thrown
 * from a page it sends an empty body and leaves the drawing to a script, and our pages must be
 * read without one. An address of three parts that no route has is drawn by the server.
 * @param what two parts of an address, shown to nobody but the reader: 'recommendations/r99'
 */
export function nothingAt(what = 'this/address'): never {
  redirect(`/there-is-nothing-at/${what}`);
}

/** Turns "not found" of a read into the page that says so. */
export async function found<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFoundError) nothingAt();
    throw error;
  }
}

/**
 * What stands at /[register]/[reference]: read once a request, for the title and for the page.
 * Anything else at that address, another kind's register included, is not found.
 */
export const itemAt = cache(async (register: string, reference: string): Promise<ItemView> => {
  const parsed = parseReference(reference);
  const kind = ITEM_KINDS.find((one) => KIND_NAMES[one].path === `/${register}`);
  const context = await signedIn();
  const address = `${encodeURIComponent(register)}/${encodeURIComponent(reference)}`;
  if (!parsed || !kind) nothingAt(address);
  // The right reference under the wrong register: its own page, which says whether it is there.
  if (kind !== kindOfReference(parsed)) redirect(itemPath(parsed));
  try {
    return await getItem(context, parsed);
  } catch (error) {
    if (error instanceof NotFoundError) nothingAt(address);
    throw error;
  }
});

/**
 * The same as at the moment the address asks for, with that moment. What was not in the register
 * yet is a problem of the moment: the present item is given, for the page that says so.
 */
export const itemThen = cache(
  async (
    register: string,
    reference: string,
    asked: string,
  ): Promise<{ item: ItemView; at: Reading }> => {
    const present = await itemAt(register, reference);
    const at = await readingOf(asked);
    if (!at.asAt) return { item: present, at };
    try {
      return { item: await getItem(at.context, present.reference), at };
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      const day = formatDate(at.asAt.day);
      const problem = `${present.reference} was not in the register yet on ${day}`;
      return { item: present, at: { ...at, asAt: null, problem } };
    }
  },
);

/**
 * The generateMetadata of a form's page: what the form does, and to what.
 * @param register for pages whose address names it outright
 */
export function itemFormTitle(title: string, register?: string) {
  return async ({ params }: Pick<ItemPageProps, 'params'>): Promise<Metadata> => {
    const address = await params;
    const item = await itemAt(register ?? address.register, address.reference);
    return { title: `${title}: ${item.reference} ${item.shortTitle}` };
  };
}
