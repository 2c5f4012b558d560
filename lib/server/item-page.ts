import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getItem } from '@/lib/data/item-view';
import { NotFoundError } from '@/lib/domain/errors';
import { ITEM_KINDS, KIND_NAMES, kindOfReference, parseReference } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { signedIn } from './session';

/** What Next hands to a page below /[register]/[reference]. */
export interface ItemPageProps {
  params: Promise<{ register: string; reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Turns "not found" of a read into the page that says so. */
export async function found<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
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
  if (!parsed || kind !== kindOfReference(parsed)) notFound();
  return found(getItem(await signedIn(), parsed));
});

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
