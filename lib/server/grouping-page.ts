import { cache } from 'react';
import { getGrouping } from '@/lib/data/groupings-view';
import type { GroupingPageView } from '@/lib/domain/grouping-view';
import { found } from './item-page';
import { signedIn } from './session';

/** What Next hands to a page below /groupings/[kind]/[code]. */
export interface GroupingPageProps {
  params: Promise<{ kind: string; code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const read = cache(
  async (kind: string, code: string): Promise<GroupingPageView> =>
    found(getGrouping(await signedIn(), kind, code)),
);

/** The grouping at an address, read once a request; an address that none has is not found. */
export async function groupingAt(params: GroupingPageProps['params']): Promise<GroupingPageView> {
  const { kind, code } = await params;
  return read(kind, code);
}
