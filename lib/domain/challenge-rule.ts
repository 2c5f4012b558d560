import type { ChallengeFacts } from './challenge-facts';
import { itemPath } from './item';
import type { ItemSubject, Permission } from './permissions';

/** Where what does not add up is put right, and what that takes. */
export interface Mend {
  href: string;
  label: string;
  /** Null for what everybody may do. */
  needs: Extract<
    Permission,
    'setOwner' | 'setRag' | 'addEvidence' | 'editLocalActions' | 'propose'
  > | null;
  /** What it is done to; the item itself when left out. */
  subject?: ItemSubject;
}

export interface Finding {
  /** With the dates and counts that made it fire. */
  sentence: string;
  mend: Mend;
}

export interface ChallengeRule {
  name: string;
  /** In the words of the design. */
  title: string;
  /** It is asked of items that are closed as complete, too. */
  completeToo?: true;
  applies(facts: ChallengeFacts): Finding | null;
}

type Page = 'owner' | 'update' | 'reopen' | 'evidence/link' | 'dates' | 'edit' | 'history';
const PAGES: Record<Page, Pick<Mend, 'label' | 'needs'>> = {
  owner: { label: 'Assign an owner', needs: 'setOwner' },
  update: { label: 'Post a status update', needs: 'setRag' },
  reopen: { label: 'Propose to reopen it', needs: 'propose' },
  'evidence/link': { label: 'Add evidence', needs: 'addEvidence' },
  dates: { label: 'Set its date', needs: 'editLocalActions' },
  edit: { label: 'Change its details', needs: 'editLocalActions' },
  history: { label: 'See how it moved', needs: null },
};

/** A page of the item's own. */
export function mendAt({ reference }: Pick<ChallengeFacts, 'reference'>, page: Page): Mend {
  return { href: `${itemPath(reference)}/${page}`, ...PAGES[page] };
}
