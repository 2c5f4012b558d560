import type { ItemView } from '@/lib/domain/view';

/** A part of the page, and how the page's own contents name it. */
export interface Part {
  id: string;
  title: string;
  count?: number;
}

const TEXT_TITLES: Record<ItemView['kind'], string> = {
  recommendation: 'The recommendation',
  commitment: 'The commitment',
  local_action: 'The action',
};

function textTitle({ kind, commitmentKind }: ItemView): string {
  if (kind !== 'commitment') return TEXT_TITLES[kind];
  switch (commitmentKind) {
    case 'heading':
      return 'The heading';
    case 'context':
      return 'The text';
    case 'dependency':
      return 'The remark';
    default:
      return TEXT_TITLES.commitment;
  }
}

/** Evidence that stands, withdrawn pieces apart. */
export function standingEvidence({ evidenceList }: Pick<ItemView, 'evidenceList'>) {
  return evidenceList.filter((evidence) => !evidence.withdrawn);
}

/** Updates somebody wrote; what only changed an owner or a date stands in the history. */
export function spokenUpdates({ updates }: Pick<ItemView, 'updates'>): ItemView['updates'] {
  const spoken = ['rag', 'no_change', 'withdrawal'];
  return updates.filter((update) => spoken.includes(update.kind) || update.words !== null);
}

interface Parts {
  text: Part;
  measure: Part | null;
  response: Part | null;
  evidence: Part | null;
  national: Part | null;
  links: Part;
  proposals: Part | null;
  questions: Part | null;
  updates: Part | null;
  imported: Part | null;
}

/** The parts of an item's page, in order. What has no place on a page of this kind is not in it. */
export function partsOf(item: ItemView): Parts {
  const national = item.kind !== 'local_action';
  const action = item.kind === 'local_action';
  const { rated } = item;
  return {
    text: { id: 'text', title: textTitle(item) },
    measure: action ? { id: 'measure', title: 'Success measure' } : null,
    response:
      item.response || (national && rated)
        ? {
            id: 'response',
            title: item.kind === 'recommendation' ? 'Our role and response' : 'Our response',
          }
        : null,
    evidence:
      rated || item.evidenceList.length > 0
        ? { id: 'evidence', title: 'Evidence', count: standingEvidence(item).length }
        : null,
    national:
      item.source?.national || item.position
        ? { id: 'national', title: 'The national side' }
        : null,
    links: { id: 'links', title: 'What it is linked to' },
    proposals:
      item.proposals.length > 0
        ? { id: 'proposals', title: 'Proposals and decisions', count: item.proposals.length }
        : null,
    questions:
      item.may.ask || item.questions.length > 0
        ? { id: 'questions', title: 'Questions', count: item.questions.length }
        : null,
    updates: rated ? { id: 'updates', title: 'Updates', count: spokenUpdates(item).length } : null,
    imported:
      item.imported.length > 0
        ? {
            id: 'imported',
            title: 'Imported notes and past reports',
            count: item.imported.length,
          }
        : null,
  };
}
