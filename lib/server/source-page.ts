import { cache } from 'react';
import { getSource } from '@/lib/data/sources-view';
import type { SourcePageView } from '@/lib/domain/source-view';
import { found } from './item-page';
import { signedIn } from './session';

/** What Next hands to a page below /sources/[prefix]. */
export interface SourcePageProps {
  params: Promise<{ prefix: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The source at an address, read once a request; an address that none has is not found. */
export const sourceAt = cache(
  async (prefix: string): Promise<SourcePageView> => found(getSource(await signedIn(), prefix)),
);
