import type { ImportField } from './import-model';

/** What a column can be, as a person chooses it and the preview names it. */
export const IMPORT_FIELD_NAMES: Record<ImportField, string> = {
  reference: 'Reference',
  yourReference: 'Your reference',
  shortTitle: 'Short title',
  text: 'Text',
  answers: 'Answers',
  owner: 'Owner',
  lead: 'Lead organisation',
  due: 'Due date',
  review: 'Review date',
  firstDue: 'First due date',
  rag: 'RAG status',
  standing: 'Open or closed',
  headline: 'Headline',
  words: 'Latest update',
  recovery: 'What brings it back',
  nextStep: 'Next step',
  evidence: 'Evidence',
  asAt: 'As at',
};
