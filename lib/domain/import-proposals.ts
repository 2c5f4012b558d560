import { formatDate, type PlainDate } from './dates';
import { NOTE } from './import-answers';
import { readDate } from './import-date';
import { type Draft, quoted } from './import-draft';
import type { ImportField, RowWrite } from './import-model';
import { bareWords } from './import-text';
import { checked } from './import-wording';
import { refuseStep } from './lifecycle';
import { mendText } from './mend-text';
import { inWords, PROPOSAL_NAMES, type Proposed, proposeExtensionSchema } from './proposal';

type Proposal = NonNullable<RowWrite['proposal']>;

/** A later date, or an end: what only the board agrees to. */
export interface Wish {
  field: ImportField;
  understood: string | null;
  proposal:
    | { kind: 'extension'; due: PlainDate | null; review: PlainDate | null }
    | { kind: 'closure'; finishedOn: PlainDate | null };
}

const DEFAULT_REASON = {
  extension: 'The spreadsheet that was imported gives a later date.',
  closure: 'The spreadsheet that was imported says that it is complete.',
};
const ASKS_REASON = {
  extension: 'Why is more time needed, where a later date is proposed?',
  closure: 'Why can they be closed, which the file calls complete?',
};

/** A column of reasons, which is no field of its own: it says why something is proposed. */
export function reasonColumn(draft: Draft): number | undefined {
  const { notes, headings } = draft.reading;
  return notes.find((column) => /^(reasons?|rationale)\b/.test(bareWords(headings[column] ?? '')));
}

function reasonFor(draft: Draft, { field, proposal: { kind } }: Wish): string | undefined {
  const column = reasonColumn(draft);
  const given = column === undefined ? '' : mendText(draft.at(column)?.text);
  const reason =
    given ||
    draft.ask(field, `proposal reason ${kind}`, () => ({
      about: 'proposal',
      asks: ASKS_REASON[kind],
      said: PROPOSAL_NAMES[kind],
      options: [{ value: DEFAULT_REASON[kind], label: DEFAULT_REASON[kind] }],
      open: true,
      otherwise: DEFAULT_REASON[kind],
    }));
  if (reason === null) return undefined;
  return checked(draft, field, proposeExtensionSchema.shape.reason, reason);
}

/** Of two things to be proposed the one that a person chooses; the other is kept as a note. */
function oneOf(draft: Draft, wishes: readonly Wish[]): Wish | undefined {
  const [first, second] = wishes;
  if (!first || !second) return first;
  const named = draft.item?.reference ?? `row ${draft.row + 1}`;
  const answer = draft.ask(second.field, `proposal ${named.toLowerCase()}`, () => ({
    about: 'proposal',
    asks: `${named} has a later date and is called complete, and one proposal waits at a time: which is it?`,
    said: named,
    options: [
      { value: 'extension', label: 'Propose the later date' },
      { value: 'closure', label: 'Propose to close it' },
    ],
    open: false,
    otherwise: null,
  }));
  if (answer === null) return undefined;
  const chosen = wishes.find(({ proposal }) => proposal.kind === answer);
  for (const wish of wishes) if (wish !== chosen) draft.keep(wish.field);
  return chosen;
}

function finishedOn(draft: Draft, wish: Wish): PlainDate | null | undefined {
  if (wish.proposal.kind !== 'closure') return null;
  const { today } = draft.reading.facts;
  let day = wish.proposal.finishedOn;
  if (day === null) {
    const answer = draft.ask(wish.field, 'proposal finished on', () => ({
      about: 'proposal',
      asks: 'On which day were they finished, which the file calls complete?',
      said: 'Complete',
      options: [
        { value: today, label: `Today, ${formatDate(today)}` },
        { value: NOTE, label: 'Leave them open, and keep the words as a note' },
      ],
      open: true,
      otherwise: null,
    }));
    if (answer === null) return undefined;
    if (answer === NOTE) {
      draft.keep(wish.field, 'blue');
      return undefined;
    }
    const read = readDate({ text: answer }, today);
    if (read.is !== 'date') {
      draft.problem(wish.field, `${quoted(answer)} is not a day: enter one like 31 3 2027`);
      return undefined;
    }
    day = read.date;
  }
  if (day <= today) return day;
  draft.problem(wish.field, 'The day it was finished must be today or in the past');
  return undefined;
}

/** Whether what waits for a decision already lets no other thing be proposed. */
function waits(draft: Draft, wish: Wish): boolean {
  const { item } = draft;
  const { kind } = wish.proposal;
  if (!item?.pending) return false;
  if (item.pending === kind && kind === 'closure') {
    draft.remarks.push(`A closure of ${item.reference} awaits a decision already.`);
    return true;
  }
  const step = kind === 'extension' ? 'proposeExtension' : 'proposeClosure';
  const refused = refuseStep({ ...item, hasDueDate: item.dueDate !== null }, step) ?? '';
  const answer = draft.ask(wish.field, `proposal ${item.reference.toLowerCase()}`, () => ({
    about: 'proposal',
    asks: `${refused} What is to be done with what the file says?`,
    said: item.reference,
    options: [
      { value: NOTE, label: 'Keep it as a note' },
      { value: 'leave', label: 'Leave it out' },
    ],
    open: false,
    otherwise: null,
  }));
  if (answer === NOTE) draft.keep(wish.field);
  if (answer === 'leave') draft.remarks.push(`${refused} What the file says is left out.`);
  return true;
}

const EMPTY: Omit<Proposed, 'kind'> = {
  presentDueDate: null,
  dueDate: null,
  reviewDate: null,
  outcome: null,
  finishedOn: null,
  mergedInto: null,
  passedTo: null,
  rag: null,
};

/** Proposes what the file asks for: one thing, with a reason. */
export function takeProposal(draft: Draft, wishes: readonly Wish[]): void {
  const { item, write } = draft;
  if (wishes.length > 0 && wishes.every((wish) => waits(draft, wish))) return;
  const wish = oneOf(
    draft,
    wishes.filter(({ proposal }) => item?.pending !== proposal.kind),
  );
  if (!wish) return;
  const finished = finishedOn(draft, wish);
  if (finished === undefined) return;
  const reason = reasonFor(draft, wish);
  if (reason === undefined) return;
  const { proposal } = wish;
  const asked: Proposal =
    proposal.kind === 'closure'
      ? { kind: 'closure', finishedOn: finished, reason }
      : { ...proposal, reason };
  write.proposal = asked;
  const words = inWords({
    ...EMPTY,
    kind: asked.kind,
    presentDueDate: item?.dueDate ?? null,
    ...(asked.kind === 'extension'
      ? { dueDate: asked.due, reviewDate: asked.review }
      : { outcome: 'complete' as const, finishedOn: asked.finishedOn }),
  });
  draft.changes.push({
    field: 'proposal',
    label: `Propose ${asked.kind === 'extension' ? 'an extension' : 'a closure'}`,
    from: asked.kind === 'extension' && item?.dueDate ? formatDate(item.dueDate) : null,
    to: words,
    understood: wish.understood,
  });
}
