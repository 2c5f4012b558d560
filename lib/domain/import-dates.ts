import { formatDate, type PlainDate } from './dates';
import { dateSaid, type SaidDate } from './import-answers';
import type { Draft } from './import-draft';
import type { Wish } from './import-proposals';

const NOTHING: SaidDate = { is: 'none' };

/** Takes over a first date, one brought forward, or a review date; a later one is to be proposed. */
export function takeDates(draft: Draft): Wish[] {
  const { item, base } = draft;
  const review = draft.says('review') ? dateSaid(draft, 'review') : NOTHING;
  const due = draft.says('due') ? dateSaid(draft, 'due', lookAgain(review)) : NOTHING;
  const first = draft.says('firstDue') ? dateSaid(draft, 'firstDue') : NOTHING;
  if ([due, review, first].some(({ is }) => is === 'waits')) return [];
  const firstDue = first.is === 'date' ? first.date : null;
  if (item && refuseFirst(draft, firstDue)) return [];
  if (due.is === 'date') {
    if (review.is === 'date' || review.is === 'ongoing') draft.keep('review');
    if (due.date === base?.dueDate || due.date === item?.dueDate) return [];
    return dueOn(draft, due.date, firstDue, due.understood);
  }
  const look = due.is === 'ongoing' ? (lookAgain(review) ?? due.review) : lookAgain(review);
  if (look !== null) {
    // A review date beside a due date that stays is a remark of somebody's, not an end of the date.
    if (due.is !== 'ongoing' && item?.dueDate && draft.text('due')) {
      draft.keep('review');
      return [];
    }
    if (look === item?.reviewDate || (look === base?.reviewDate && !base.dueDate)) return [];
    return ongoing(
      draft,
      look,
      firstDue,
      due.is === 'ongoing' ? due.understood : understoodOf(review),
    );
  }
  if (firstDue && !item?.firstDueDate) {
    if (item?.dueDate || draft.text('due')) {
      draft.keep('firstDue');
      return [];
    }
    return dueOn(draft, firstDue, firstDue, 'The original date stands, as no other is given');
  }
  return [];
}

const lookAgain = (said: SaidDate): PlainDate | null =>
  said.is === 'date' ? said.date : said.is === 'ongoing' ? said.review : null;
const understoodOf = (said: SaidDate) =>
  said.is === 'date' || said.is === 'ongoing' ? said.understood : null;

/** A first date never changes. */
function refuseFirst(draft: Draft, firstDue: PlainDate | null): boolean {
  const { item, base } = draft;
  const stands = item?.firstDueDate;
  if (!firstDue || !stands || firstDue === stands || firstDue === base?.firstDueDate) return false;
  draft.problem(
    'firstDue',
    `The first due date of ${item.reference} is ${formatDate(stands)}, and a first date stays`,
  );
  return true;
}

function dueOn(
  draft: Draft,
  due: PlainDate,
  firstDue: PlainDate | null,
  understood: string | null,
): Wish[] {
  const { item, write } = draft;
  if (item?.dueDate && due > item.dueDate) {
    return [{ field: 'due', understood, proposal: { kind: 'extension', due, review: null } }];
  }
  const first = item?.firstDueDate ? null : firstDue;
  write.dates = { due, review: null, firstDue: first };
  draft.change('due', due, understood);
  if (item?.reviewDate)
    draft.remarks.push(`It is no longer looked at again on ${formatDate(item.reviewDate)}.`);
  if (first && first !== due) draft.change('firstDue', first);
  return [];
}

function ongoing(
  draft: Draft,
  review: PlainDate,
  firstDue: PlainDate | null,
  understood: string | null,
): Wish[] {
  const { item, write } = draft;
  if (item?.dueDate) {
    const field = draft.text('due') ? 'due' : 'review';
    return [{ field, understood, proposal: { kind: 'extension', due: null, review } }];
  }
  const first = item?.firstDueDate ? null : firstDue;
  write.dates = { due: null, review, firstDue: first };
  draft.change('review', review, understood);
  if (first) draft.change('firstDue', first);
  return [];
}
