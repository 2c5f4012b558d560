import { cache } from 'react';
import { getDecision } from '@/lib/data/decisions-view';
import type { DecisionPageView } from '@/lib/domain/decision-view';
import { found } from './item-page';
import { signedIn } from './session';

/** What Next hands to a page below /decisions/[id]. */
export interface DecisionPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The decision at an address, read once a request; an address that none has is not found. */
export const decisionAt = cache(
  async (id: string): Promise<DecisionPageView> => found(getDecision(await signedIn(), id)),
);
