import type { OurRole } from './item';
import type { StartFacts, StartStep } from './start';
import type { OrganisationName } from './view';

/** What the reads of getting started hand to pages. */

export interface StartView {
  facts: StartFacts;
  boardName: string;
  steps: Array<{ step: StartStep; done: boolean; mayDo: boolean }>;
  done: number;
  /** Every step is. */
  complete: boolean;
  /** It has worked with the tracker for a while: the checklist is no longer offered. */
  settled: boolean;
}

/** A row of the page that sets our role, owner and lead of all recommendations. */
export interface ArrangementRow {
  reference: string;
  shortTitle: string;
  number: number;
  open: boolean;
  ourRole: OurRole | null;
  owner: { id: string; name: string } | null;
  lead: OrganisationName | null;
  may: { setOurRole: boolean; setOwner: boolean };
}
