import type { Metadata } from 'next';
import { cache } from 'react';
import { getEvidence } from '@/lib/data/evidence-view';
import { found } from './item-page';
import { signedIn } from './session';

/** What Next hands to a page below /evidence/[id]. */
export interface EvidencePageProps {
  params: Promise<{ id: string }>;
}

/** The evidence at an address, read once a request, for the title and for the page. */
export const evidenceAt = cache(async (id: string) => found(getEvidence(await signedIn(), id)));

/** The generateMetadata of a form's page about evidence. */
export function evidenceFormTitle(title: string) {
  return async ({ params }: EvidencePageProps): Promise<Metadata> => {
    const evidence = await evidenceAt((await params).id);
    return { title: `${title}: ${evidence.title}` };
  };
}
