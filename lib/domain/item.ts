export const ITEM_KINDS = ['recommendation', 'commitment', 'local_action'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const KIND_NAMES: Record<ItemKind, { one: string; many: string; path: string }> = {
  recommendation: { one: 'Recommendation', many: 'Recommendations', path: '/recommendations' },
  commitment: { one: 'Commitment', many: 'Commitments', path: '/commitments' },
  local_action: { one: 'Local action', many: 'Local actions', path: '/local-actions' },
};

export const COMMITMENT_KINDS = ['commitment', 'context', 'heading', 'dependency'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const OUR_ROLES = ['deliver', 'contribute', 'watch'] as const;
export type OurRole = (typeof OUR_ROLES)[number];
export const OUR_ROLE_NAMES: Record<OurRole, string> = {
  deliver: 'Deliver',
  contribute: 'Contribute',
  watch: 'Watch',
};

export const LIFECYCLES = ['open', 'closed', 'withdrawn'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** Where an item stands, as registers are filtered: what was completed apart from what was closed. */
export const LIFE_STAGES = ['open', 'completed', 'closed', 'withdrawn'] as const;
export type LifeStageName = (typeof LIFE_STAGES)[number];
export const LIFE_STAGE_NAMES: Record<LifeStageName, string> = {
  open: 'Open',
  completed: 'Completed',
  closed: 'Closed otherwise',
  withdrawn: 'Withdrawn',
};

export const OUTCOMES = [
  'complete',
  'superseded',
  'no_longer_pursued',
  'merged',
  'passed_on',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_NAMES: Record<Outcome, string> = {
  complete: 'Complete',
  superseded: 'Superseded',
  no_longer_pursued: 'No longer pursued',
  merged: 'Merged',
  passed_on: 'Passed to another board',
};

export const GROUPING_KINDS = [
  'theme',
  'key_area',
  'strategy_priority',
  'objective',
  'part',
] as const;
export type GroupingKind = (typeof GROUPING_KINDS)[number];

export const LINK_STRENGTHS = ['direct', 'partial', 'thematic'] as const;
export type LinkStrength = (typeof LINK_STRENGTHS)[number];
export const LINK_STRENGTH_NAMES: Record<LinkStrength, { name: string; means: string }> = {
  direct: { name: 'Direct', means: 'what the recommendation, or a distinct part of it, asks for' },
  partial: { name: 'In part', means: 'goes some way towards it' },
  thematic: { name: 'Same subject', means: 'same subject only' },
};

/** 'NA' of 'na12': the source, or the letter of local actions. */
export function prefixOf(reference: string): string {
  return reference.replace(/\d.*$/, '').toUpperCase();
}

/** The kind a reference belongs to by its prefix. A and C are taken; any other is a source's. */
export function kindOfReference(reference: string): ItemKind {
  const prefix = prefixOf(reference);
  if (prefix === 'A') return 'local_action';
  return prefix === 'C' ? 'commitment' : 'recommendation';
}

/** Where an item's page is: 'C3.1' → '/commitments/c3.1'. */
export function itemPath(reference: string): string {
  return `${KIND_NAMES[kindOfReference(reference)].path}/${reference.toLowerCase()}`;
}

/** 'c3.1' from an address → 'C3.1'; undefined for what is no reference. */
export function parseReference(text: string): string | undefined {
  // Tested as it came: toUpperCase() makes plain letters of some others ('ß' → 'SS').
  return /^[A-Z]{1,4}[1-9]\d{0,4}(\.[1-9]\d{0,2})?$/i.test(text) ? text.toUpperCase() : undefined;
}

/**
 * Orders references as people do: R2 before R10, C3 before C3.1; all of one source before the
 * next.
 * @param source its place among the sources; 0 for the national ones and local actions
 */
export function referenceOrdinal(reference: string, source = 0): number {
  const [major = '0', minor = '0'] = reference.replace(/^[A-Z]+/, '').split('.');
  return source * 1_000_000 + Number(major) * 1000 + Number(minor);
}
